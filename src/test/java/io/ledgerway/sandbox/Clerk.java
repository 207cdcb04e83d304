package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes single records and reads what became of each. */
final class Clerk {

  final XeroCalls xero;
  final String tenantId;

  private String ada;

  private Clerk(XeroCalls xero, String tenantId) {
    this.xero = xero;
    this.tenantId = tenantId;
  }

  /** Of the organisation that is always there. */
  static Clerk of(XeroCalls calls) {
    calls.limitsOff();
    return new Clerk(calls, calls.firstOrganisation().get("tenantId").asText());
  }

  /** Of a new organisation. */
  static Clerk in(String country, XeroCalls calls) {
    calls.limitsOff();
    JsonNode made =
        calls
            .control(
                "POST", "organisations", Map.of("name", "Books " + country, "country", country))
            .json();
    XeroCalls own = calls.as(made.get("clientId").asText(), made.get("clientSecret").asText());
    return new Clerk(own, made.get("tenantId").asText());
  }

  /** The id of a contact that is there from the start. */
  String ada() {
    if (ada == null) {
      ada = contact("ada.kerr@acme.example");
    }
    return ada;
  }

  String contact(String email) {
    return xero.get(
            "Contacts?includeArchived=true&" + XeroCalls.where("EmailAddress==\"" + email + "\""))
        .at("/Contacts/0/ContactID")
        .asText();
  }

  JsonNode put(String plural, Map<String, ?> body) {
    return element(plural, xero.put(plural + "?summarizeErrors=false&unitdp=4", all(plural, body)));
  }

  JsonNode post(String plural, Map<String, ?> body) {
    return element(plural, xero.post(plural + "?summarizeErrors=false", all(plural, body)));
  }

  /** The same, and the record must be fine. */
  JsonNode good(String plural, Map<String, ?> body) {
    JsonNode made = put(plural, body);
    assertThat(errors(made)).as(made.toString()).isEmpty();
    return made;
  }

  JsonNode read(String plural, JsonNode record) {
    return xero.get(plural + "/" + id(plural, record)).at("/" + plural + "/0");
  }

  /** What a write of that record was refused with; nothing when it was not. */
  String error(String plural, Map<String, ?> body) {
    return String.join(" | ", errors(put(plural, body)));
  }

  static List<String> errors(JsonNode record) {
    List<String> messages = new ArrayList<>();
    record.path("ValidationErrors").forEach(one -> messages.add(one.path("Message").asText()));
    return messages;
  }

  static String id(String plural, JsonNode record) {
    return record.get(idName(plural)).asText();
  }

  static String idName(String plural) {
    return plural.substring(0, plural.length() - 1) + "ID";
  }

  void set(String property, Object value) {
    Reply reply = xero.control("PATCH", "organisations/" + tenantId, Map.of(property, value));
    assertThat(reply.status()).as(reply.body()).isLessThan(300);
  }

  /** Does what a person does in Xero itself. */
  JsonNode person(String method, String path, Map<String, ?> body) {
    Reply reply = xero.control(method, "organisations/" + tenantId + "/" + path, body);
    assertThat(reply.status()).as(reply.body()).isLessThan(300);
    return reply.body().isEmpty() ? null : reply.json();
  }

  private static JsonNode element(String plural, Reply reply) {
    JsonNode body = reply.json();
    return body.has("Elements") ? body.at("/Elements/0") : body.at("/" + plural + "/0");
  }
}
