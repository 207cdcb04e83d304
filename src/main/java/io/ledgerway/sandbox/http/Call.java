package io.ledgerway.sandbox.http;

import io.ledgerway.sandbox.books.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One call to an endpoint that has passed token, tenant, scope and limits.
 *
 * @param clientId the calling app
 * @param path the decoded segments after the resource's name
 * @param query query parameters, by their name in lower case
 * @param ifModifiedSince the header, or null
 * @param corrupt the fault {@code corrupt-silently} has hit this call
 * @param shuffle not null when the answers of a batch shall come in another order
 * @param lagMillis the fault {@code list-lag}: how old a change must be to show in a list of
 *     documents
 */
public record Call(
    Organisation organisation,
    String clientId,
    String appName,
    String method,
    List<String> path,
    Map<String, String> query,
    String ifModifiedSince,
    String accept,
    String contentType,
    byte[] body,
    boolean corrupt,
    Random shuffle,
    long lagMillis) {

  public boolean isGet() {
    return method.equals("GET");
  }

  public boolean isPut() {
    return method.equals("PUT");
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  public boolean isDelete() {
    return method.equals("DELETE");
  }

  public String param(String name) {
    return query.get(name.toLowerCase(java.util.Locale.ROOT));
  }

  public boolean flag(String name) {
    return "true".equalsIgnoreCase(param(name));
  }

  /** False only when the caller asked for per-element answers, xero-api.md 2.7. */
  public boolean summarizeErrors() {
    return !"false".equalsIgnoreCase(param("summarizeErrors"));
  }

  /** Decimals of a unit amount: 2, or 4 with {@code unitdp=4}. */
  public int unitDecimals() {
    return "4".equals(param("unitdp")) ? 4 : 2;
  }

  /**
   * The records of a write: the array named after the resource, or one bare record.
   *
   * @throws Refusal 400 when there is none
   */
  public List<Input> elements(String plural) {
    Input in = Input.of(RequestBody.read(contentType, body, plural), "");
    List<Input> all =
        !in.has(plural)
            ? List.of(in)
            : in.raw(plural).isArray() ? in.list(plural) : List.of(in.object(plural));
    if (in.size() == 0 || all.isEmpty()) {
      throw RequestBody.noData(plural);
    }
    return all;
  }
}
