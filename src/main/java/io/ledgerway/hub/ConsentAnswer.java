package io.ledgerway.hub;

import io.ledgerway.access.Open;
import io.ledgerway.connection.Consents;
import io.ledgerway.problem.LedgerwayException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where Xero sends people back to. */
@Controller
@Hidden
class ConsentAnswer {

  private final Consents consents;
  private final ConsentCookie cookie;

  ConsentAnswer(Consents consents, ConsentCookie cookie) {
    this.consents = consents;
    this.cookie = cookie;
  }

  @GetMapping("/connect/xero/callback")
  @Open("The state says whose consent it is, and only we can have given it out.")
  String answer(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    // The address holds a code: no other site is told where the person came from.
    response.setHeader("Referrer-Policy", "no-referrer");
    String browser = cookie.of(request);
    try {
      Consents.Result result =
          code.isEmpty()
              ? consents.denied(state, error.matches("\\w{1,50}") ? error : "no code", browser)
              : consents.consented(state, code, browser);
      if (result.inHub()) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.with("").toString());
        return "redirect:/connections/"
            + (code.isEmpty() ? "declined" : "confirm")
            + "?company="
            + result.company();
      }
      model.addAttribute("result", result);
    } catch (LedgerwayException e) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("problem", e.plainMessage());
      model.addAttribute("hint", e.hint());
    }
    model.addAttribute("denied", code.isEmpty());
    return "hub/consent";
  }
}
