package io.ledgerway.api;

import io.ledgerway.connection.Consents;
import io.ledgerway.problem.LedgerwayException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where Xero sends people back to. Open to anybody: the state says whose consent it is. */
@Controller
@Hidden
class ConsentCallback {

  private final Consents consents;

  ConsentCallback(Consents consents) {
    this.consents = consents;
  }

  @GetMapping("/connect/xero/callback")
  String answer(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String error,
      Model model,
      HttpServletResponse response) {
    // The address holds a code: no other site is told where the person came from.
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    try {
      model.addAttribute(
          "result",
          code.isEmpty()
              ? consents.denied(state, error.matches("\\w{1,50}") ? error : "no code")
              : consents.consented(state, code));
    } catch (LedgerwayException e) {
      response.setStatus(HttpStatus.CONFLICT.value());
      model.addAttribute("problem", e.plainMessage());
      model.addAttribute("hint", e.hint());
    }
    model.addAttribute("denied", code.isEmpty());
    return "connect/outcome";
  }
}
