package io.ledgerway.hub;

import io.ledgerway.access.NotAllowed;
import io.ledgerway.access.NotSignedIn;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Told;
import io.ledgerway.reference.UnknownCompany;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong on the way to a page is told on a page. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  private final Frame frame;

  PageProblems(Frame frame) {
    this.frame = frame;
  }

  /** In the frame of the company that is looked at. */
  @ExceptionHandler
  ModelAndView wrong(WrongAddress wrong, Visit visit) {
    ModelAndView page = page(wrong.status(), wrong.title(), wrong.plainMessage(), wrong.hint());
    Model framed = new ExtendedModelMap();
    frame.of(visit, framed);
    return page.addAllObjects(framed.asMap()).addObject("visit", visit);
  }

  @ExceptionHandler
  String signInAgain(NotSignedIn failure, HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getMethod().equals("GET")
        ? "redirect:/sign-in?to="
            + URLEncoder.encode(
                request.getRequestURI() + (query == null ? "" : "?" + query),
                StandardCharsets.UTF_8)
        : "redirect:/sign-in?ended";
  }

  @ExceptionHandler
  ModelAndView notAllowed(NotAllowed failure) {
    return failure.code().equals("PASSWORD_TO_CHANGE")
        ? new ModelAndView("redirect:/new-password")
        : page(HttpStatus.FORBIDDEN, "Not for your role", failure.plainMessage(), failure.hint());
  }

  /** Whether there is such a company is not said. */
  @ExceptionHandler
  ModelAndView unknown(UnknownCompany failure) {
    return page(
        HttpStatus.NOT_FOUND,
        "Nothing to see here",
        "There is no such page, or it belongs to a company you are not a member of.",
        "An account admin of that company can make you a member.");
  }

  @ExceptionHandler({TypeMismatchException.class, ServletRequestBindingException.class})
  ModelAndView misspelt(Exception failure) {
    return page(
        HttpStatus.BAD_REQUEST,
        "This address is not right",
        "Something in the address is missing or misspelt.",
        "Go back, or begin with the overview.");
  }

  @ExceptionHandler
  ModelAndView refused(LedgerwayException failure) {
    return page(HttpStatus.CONFLICT, "This was not done", failure.plainMessage(), failure.hint());
  }

  /** What nobody thought of: its words are for the log. */
  @ExceptionHandler
  ModelAndView failed(Exception failure) {
    Told told = Told.of(failure, "INTERNAL_ERROR");
    ModelAndView page =
        page(HttpStatus.INTERNAL_SERVER_ERROR, "This did not work", told.message(), told.hint());
    page.addObject("reference", told.reference());
    return page;
  }

  static ModelAndView page(HttpStatus status, String title, String sentence, String hint) {
    ModelAndView page = new ModelAndView("hub/problem");
    page.setStatus(status);
    page.addObject("title", title);
    page.addObject("sentence", sentence);
    page.addObject("hint", hint);
    return page;
  }
}
