package io.ledgerway.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problem details that no exception of ours brings along. */
final class Problems {

  /** By status, for what the framework refuses without a code of its own. */
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "REQUEST_NOT_VALID",
          401, "NOT_AUTHENTICATED",
          403, "NOT_ALLOWED",
          404, "NOT_FOUND",
          405, "METHOD_NOT_ALLOWED",
          406, "NOT_ACCEPTABLE",
          413, "TOO_LARGE",
          415, "MEDIA_TYPE_NOT_SUPPORTED",
          500, "INTERNAL_ERROR",
          503, "NOT_AVAILABLE");

  private Problems() {}

  /**
   * @param field null when it is about all of the body
   */
  record Field(String field, String message) {}

  static ProblemDetail of(HttpStatus status, String code, String sentence) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
    detail.setProperty("code", code);
    return detail;
  }

  static ProblemDetail of(HttpStatus status) {
    return complete(ProblemDetail.forStatusAndDetail(status, status.getReasonPhrase()));
  }

  static ProblemDetail ofFields(List<Field> fields) {
    String sentence =
        String.join(
            "; ",
            fields.stream()
                .map(
                    each ->
                        each.field() == null
                            ? each.message()
                            : each.field() + ": " + each.message())
                .toList());
    ProblemDetail detail = of(HttpStatus.BAD_REQUEST, "REQUEST_NOT_VALID", sentence);
    detail.setProperty("fields", fields);
    if (fields.size() == 1 && fields.get(0).field() != null) {
      detail.setProperty("field", fields.get(0).field());
    }
    return detail;
  }

  /** Gives it a code when it has none. */
  static ProblemDetail complete(ProblemDetail detail) {
    if (detail.getProperties() == null || !detail.getProperties().containsKey("code")) {
      detail.setProperty(
          "code",
          CODES.getOrDefault(
              detail.getStatus(),
              detail.getStatus() < 500 ? "REQUEST_NOT_VALID" : "INTERNAL_ERROR"));
    }
    return detail;
  }

  static String notA(Class<?> type) {
    if (type == null) {
      return "not valid";
    }
    return type.isEnum()
        ? "none of " + Arrays.toString(type.getEnumConstants())
        : "no " + type.getSimpleName();
  }
}
