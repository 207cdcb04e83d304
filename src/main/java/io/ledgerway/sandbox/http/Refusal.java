package io.ledgerway.sandbox.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A call that ends here, with the answer that says why. Bodies: xero-api.md 6.3 to 6.6. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  public Refusal(Answer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }

  public static Refusal postDataInvalid(String message) {
    return exception(400, 14, "PostDataInvalidException", message);
  }

  public static Refusal query(String message) {
    return exception(400, 16, "QueryParseException", message);
  }

  /** Its number is not known (xero-api.md 6.3). */
  static Refusal noData(String message) {
    return new Refusal(
        Answer.json(400, Map.of("Type", "NoDataProcessedException", "Message", message)));
  }

  public static Refusal notImplemented() {
    return exception(
        501, 20, "ApiMethodNotImplementedException", "The Api Method called is not implemented");
  }

  public static Refusal notFound() {
    return new Refusal(Answer.nothing(404));
  }

  /** A 400 whose envelope Xero's guide does not show; the sentence is in {@code Message}. */
  public static Refusal badRequest(String message) {
    return new Refusal(Answer.json(400, Map.of("Type", "BadRequest", "Message", message)));
  }

  public static Refusal validation(List<Map<String, Object>> elements) {
    Map<String, Object> body = body(10, "ValidationException", "A validation exception occurred");
    body.put("Elements", elements);
    return new Refusal(Answer.json(400, body));
  }

  public static Refusal unauthorized(String detail) {
    return new Refusal(problem(401, "Unauthorized", detail));
  }

  public static Refusal forbidden() {
    return new Refusal(problem(403, "Forbidden", "AuthenticationUnsuccessful"));
  }

  private static Answer problem(int status, String title, String detail) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Type", null);
    body.put("Title", title);
    body.put("Status", status);
    body.put("Detail", detail);
    body.put("Instance", UUID.randomUUID());
    body.put("Extensions", Map.of());
    return Answer.json(status, body);
  }

  private static Refusal exception(int status, int number, String type, String message) {
    return new Refusal(Answer.json(status, body(number, type, message)));
  }

  private static Map<String, Object> body(int number, String type, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ErrorNumber", number);
    body.put("Type", type);
    body.put("Message", message);
    return body;
  }
}
