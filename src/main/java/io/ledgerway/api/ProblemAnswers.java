package io.ledgerway.api;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.UnknownCompany;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures of our own as problem details (RFC 9457) with their code and hint. */
@RestControllerAdvice
class ProblemAnswers {

  @ExceptionHandler
  ProblemDetail answer(UnknownCompany failure) {
    return detail(failure, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  ProblemDetail answer(LedgerwayException failure) {
    return detail(failure, HttpStatus.CONFLICT);
  }

  private static ProblemDetail detail(LedgerwayException failure, HttpStatus status) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, failure.plainMessage());
    detail.setProperty("code", failure.code());
    detail.setProperty("hint", failure.hint());
    return detail;
  }
}
