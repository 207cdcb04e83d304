package io.ledgerway.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.ledgerway.access.NotAllowed;
import io.ledgerway.access.NotSignedIn;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Told;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.reference.UnknownZone;
import io.ledgerway.setup.DraftChanged;
import io.ledgerway.setup.SetUpProblems;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.sql.DataFault;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as problem details (RFC 9457) with its code: one way for all of the API. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail answer(UnknownCompany failure) {
    return detail(failure, HttpStatus.NOT_FOUND);
  }

  @ExceptionHandler
  ProblemDetail answer(NotAllowed failure) {
    return detail(failure, HttpStatus.FORBIDDEN);
  }

  @ExceptionHandler
  ProblemDetail answer(NotSignedIn failure) {
    return detail(failure, HttpStatus.UNAUTHORIZED);
  }

  @ExceptionHandler
  ProblemDetail answer(SetUpProblems failure) {
    ProblemDetail detail = detail(failure, HttpStatus.UNPROCESSABLE_ENTITY);
    detail.setProperty("problems", failure.problems());
    return detail;
  }

  @ExceptionHandler
  ProblemDetail answer(ChoicesRefused failure) {
    ProblemDetail detail = detail(failure, HttpStatus.BAD_REQUEST);
    detail.setProperty("fields", failure.wrong());
    return detail;
  }

  @ExceptionHandler
  ProblemDetail answer(UnknownZone failure) {
    return detail(failure, HttpStatus.BAD_REQUEST);
  }

  @ExceptionHandler
  ProblemDetail answer(WrongRequest failure) {
    return detail(failure, failure.status());
  }

  @ExceptionHandler
  ProblemDetail answer(DraftChanged failure) {
    return detail(failure, HttpStatus.PRECONDITION_FAILED);
  }

  @ExceptionHandler
  ProblemDetail answer(LedgerwayException failure) {
    return detail(failure, HttpStatus.CONFLICT);
  }

  @ExceptionHandler
  ProblemDetail answer(DataIntegrityViolationException failure) {
    // What the store refuses although every field was looked at, such as a NUL: not a fault of
    // ours.
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "VALUE_NOT_VALID",
        "It cannot be stored as it was given: " + DataFault.said(failure) + ".");
  }

  /** What nobody thought of: its words are for the log, not for the caller. */
  @ExceptionHandler
  ProblemDetail answer(Exception failure) {
    Told told = Told.of(failure, "INTERNAL_ERROR");
    ProblemDetail detail =
        Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, told.code(), told.message());
    detail.setProperty("hint", told.hint());
    detail.setProperty("reference", told.reference());
    return detail;
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(failure, notReadable(failure), headers, status, request);
  }

  /** Names each field of a body that is not valid. */
  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        failure,
        Problems.ofFields(
            failure.getBindingResult().getAllErrors().stream()
                .map(
                    error ->
                        new Problems.Field(
                            error instanceof FieldError field ? field.getField() : null,
                            error.getDefaultMessage()))
                .toList()),
        headers,
        status,
        request);
  }

  /** Names each parameter that is not valid. */
  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        failure,
        Problems.ofFields(
            failure.getParameterValidationResults().stream()
                .flatMap(
                    result ->
                        result.getResolvableErrors().stream()
                            .map(
                                error ->
                                    new Problems.Field(
                                        error instanceof FieldError field
                                            ? field.getField()
                                            : result.getMethodParameter().getParameterName(),
                                        error.getDefaultMessage())))
                .toList()),
        headers,
        status,
        request);
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String name =
        failure instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : failure.getPropertyName();
    return handleExceptionInternal(
        failure,
        Problems.ofFields(
            List.of(
                new Problems.Field(
                    name,
                    "'"
                        + failure.getValue()
                        + "' is "
                        + Problems.notA(failure.getRequiredType())))),
        headers,
        status,
        request);
  }

  /** Everything that the framework refuses goes through here: it gets a code. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(failure, body, headers, status, request);
    if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
      Problems.complete(detail);
    }
    return answer;
  }

  /** Says which field cannot be read, and what it may be. */
  private static ProblemDetail notReadable(HttpMessageNotReadableException failure) {
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
      return "'" + value.getValue() + "' is " + Problems.notA(value.getTargetType());
    }
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "There is no '"
          + unknown.getPropertyName()
          + "' here; known are "
          + unknown.getKnownPropertyIds();
    }
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return "This field is of another type than its description says.";
    }
    JsonLocation at = failure.getLocation();
    return at == null
        ? "The body is not well-formed JSON."
        : "The body is not well-formed JSON: line "
            + at.getLineNr()
            + ", column "
            + at.getColumnNr()
            + ".";
  }

  private static ProblemDetail detail(LedgerwayException failure, HttpStatus status) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, failure.plainMessage());
    detail.setProperty("code", failure.code());
    detail.setProperty("hint", failure.hint());
    return detail;
  }
}
