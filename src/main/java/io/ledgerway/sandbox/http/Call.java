package io.ledgerway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.books.Organisation;
import java.util.ArrayList;
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
    Random shuffle) {

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

  public Input input() {
    return Input.of(json(), "");
  }

  /** The records of a write: the array named after the resource, or one bare record. */
  public List<Input> elements(String plural) {
    Input body = input();
    if (body.has(plural)) {
      return body.raw(plural).isArray()
          ? body.list(plural)
          : new ArrayList<>(List.of(body.object(plural)));
    }
    if (body.size() == 0) {
      throw noData(plural);
    }
    return new ArrayList<>(List.of(body));
  }

  private JsonNode json() {
    if (body.length == 0) {
      throw noData("");
    }
    if (contentType == null || !contentType.toLowerCase(java.util.Locale.ROOT).contains("json")) {
      throw new Refusal(Answer.text(415, "The sandbox reads application/json only"));
    }
    return Json.parse(body);
  }

  private static Refusal noData(String plural) {
    return new Refusal(
        Answer.json(
            400,
            Map.of(
                "Type",
                "NoDataProcessedException",
                "Message",
                "No data has been processed for this endpoint. " + plural)));
  }
}
