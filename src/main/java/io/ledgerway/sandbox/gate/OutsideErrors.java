package io.ledgerway.sandbox.gate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered where nobody answers: one plain sentence, as Xero does (xero-api.md 6.6). */
@Controller
class OutsideErrors implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<String> say(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    // Without a status somebody asked for this very address, which is none.
    HttpStatus shown = status == null ? HttpStatus.NOT_FOUND : status;
    String sentence =
        shown == HttpStatus.NOT_FOUND
            ? "The resource you're looking for cannot be found"
            : shown.getReasonPhrase();
    return ResponseEntity.status(shown).contentType(MediaType.TEXT_PLAIN).body(sentence);
  }
}
