package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Refusal;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How the identity server and {@code /connections} say no. */
@RestControllerAdvice(basePackageClasses = OAuthErrors.class)
class OAuthErrors {

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(OAuthError error) {
    return ResponseEntity.badRequest().header("Cache-Control", "no-store").body(error.body());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Refusal refusal) {
    Answer answer = refusal.answer();
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.parseMediaType(answer.contentType()))
        .body(answer.body());
  }
}
