package io.ledgerway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.reference.UnknownZone;
import io.ledgerway.setup.SetUpProblems;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures of our own as problem details (RFC 9457) with their code and hint. */
@RestControllerAdvice
// Before the framework's own, which do not say which field it is.
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {

  @ExceptionHandler
  ProblemDetail answer(UnknownCompany failure) {
    return detail(failure, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  ProblemDetail answer(SetUpProblems failure) {
    ProblemDetail detail = detail(failure, HttpStatus.UNPROCESSABLE_ENTITY);
    detail.setProperty("problems", failure.problems());
    return detail;
  }

  @ExceptionHandler
  ProblemDetail answer(UnknownZone failure) {
    return detail(failure, HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler
  ProblemDetail answer(LedgerwayException failure) {
    return detail(failure, HttpStatus.CONFLICT);
  }

  /** Says which field cannot be read, and what it may be. */
  @ExceptionHandler
  ProblemDetail answer(HttpMessageNotReadableException failure) {
    ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    if (failure.getCause() instanceof JsonProcessingException json) {
      detail.setDetail(inWords(json));
      if (json instanceof JsonMappingException mapping) {
        detail.setProperty(
            "field",
            mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(".")));
      }
    } else {
      detail.setDetail("The request has no body that can be read as JSON");
    }
    detail.setProperty("code", "REQUEST_NOT_READABLE");
    return detail;
  }

  private static String inWords(JsonProcessingException failure) {
    if (failure instanceof InvalidFormatException value && value.getTargetType() != null) {
      Object[] allowed = value.getTargetType().getEnumConstants();
      return "'"
          + value.getValue()
          + (allowed == null
              ? "' is no " + value.getTargetType().getSimpleName()
              : "' is none of " + Arrays.toString(allowed));
    }
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "There is no '"
          + unknown.getPropertyName()
          + "' here; known are "
          + unknown.getKnownPropertyIds();
    }
    return failure.getOriginalMessage();
  }

  private static ProblemDetail detail(LedgerwayException failure, HttpStatus status) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, failure.plainMessage());
    detail.setProperty("code", failure.code());
    detail.setProperty("hint", failure.hint());
    return detail;
  }
}
