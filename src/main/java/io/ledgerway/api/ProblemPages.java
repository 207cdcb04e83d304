package io.ledgerway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.access.Open;
import io.ledgerway.access.RefusedPrograms;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is refused before a controller sees it, told in the same way as all else. */
@Hidden
@Controller
class ProblemPages implements ErrorController, RefusedPrograms {

  private final ObjectMapper json;

  ProblemPages(ObjectMapper json) {
    this.json = json.copy().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class);
  }

  @RequestMapping("/error")
  @Open("It says what went wrong, and nothing else.")
  ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known = status instanceof Integer number ? HttpStatus.resolve(number) : null;
    HttpStatus told = known == null ? HttpStatus.NOT_FOUND : known;
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
      write(response, Problems.of(told));
      return null;
    }
    return new ModelAndView(
        "hub/problem", Map.of("title", PageWords.of(told), "sentence", PageWords.then(told)), told);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    ProblemDetail detail =
        Problems.of(
            HttpStatus.UNAUTHORIZED,
            "NOT_AUTHENTICATED",
            "This call needs a key that is in force.");
    detail.setProperty(
        "hint",
        "Send the key in the header X-API-Key, or a user's login and password by HTTP Basic.");
    write(response, detail);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    ProblemDetail detail =
        Problems.of(HttpStatus.FORBIDDEN, "NOT_ALLOWED", "This key may not be used for this call.");
    detail.setProperty("hint", "Send the API key; the metrics' key reads metrics alone.");
    write(response, detail);
  }

  private void write(HttpServletResponse response, ProblemDetail detail) throws IOException {
    response.setStatus(detail.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(detail).getBytes(StandardCharsets.UTF_8));
  }
}
