package io.ledgerway.sandbox.expensify.control;

import java.time.DateTimeException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in one sentence what is wrong with the use of a switch. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
class ControlErrors {

  @ExceptionHandler(NoSuchElementException.class)
  ResponseEntity<Map<String, String>> missing(NoSuchElementException e) {
    return ResponseEntity.status(404).body(Map.of("error", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler({IllegalArgumentException.class, DateTimeException.class})
  ResponseEntity<Map<String, String>> wrong(RuntimeException e) {
    return ResponseEntity.badRequest().body(Map.of("error", String.valueOf(e.getMessage())));
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException e) {
    return ResponseEntity.badRequest()
        .body(Map.of("error", String.valueOf(e.getMostSpecificCause().getMessage())));
  }
}
