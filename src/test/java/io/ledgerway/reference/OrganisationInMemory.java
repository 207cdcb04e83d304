package io.ledgerway.reference;

import io.ledgerway.xero.XeroMustWait;
import io.ledgerway.xero.XeroUncertain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/**
 * Stands where {@code xero:} does: answers as a small organisation, and notes what it was asked.
 */
class OrganisationInMemory extends DefaultComponent {

  private static final String UPDATED = "/Date(1659472096062+0000)/";

  final List<String> calls = new ArrayList<>();
  int contacts = 1;
  String unanswered;
  int timesUnanswered;
  XeroMustWait.Limit mustWait;

  @Override
  protected Endpoint createEndpoint(String uri, String resource, Map<String, Object> parameters) {
    String options = new TreeMap<>(parameters).toString().replaceAll("[{},]", "");
    parameters.clear();
    return new ProcessorEndpoint(
        uri, this, exchange -> answer(exchange.getMessage(), resource, options));
  }

  private void answer(Message message, String resource, String options) {
    calls.add(
        (resource
                + " "
                + options
                + named(message, "XeroPage", " page=")
                + named(message, "XeroOrder", " order=")
                + named(message, "If-Modified-Since", " since="))
            .strip()
            .replaceAll(" +", " "));
    if (resource.equals(unanswered) && timesUnanswered-- > 0) {
      if (mustWait != null) {
        throw new XeroMustWait(mustWait, Instant.EPOCH, 429, null);
      }
      throw new XeroUncertain("no answer", false, false, null, 0, null, null);
    }
    boolean changesOnly = message.getHeader("If-Modified-Since") != null;
    String key = resource.equals("Organisation") ? "Organisations" : resource;
    message.setBody(Map.of("Status", "OK", key, changesOnly ? List.of() : records(message, key)));
  }

  private static String named(Message message, String header, String name) {
    Object value = message.getHeader(header);
    return value == null ? "" : name + value;
  }

  private List<Map<String, Object>> records(Message message, String key) {
    return switch (key) {
      case "Organisations" ->
          List.of(Map.of("OrganisationID", "org", "Name", "Acme Ltd", "BaseCurrency", "NZD"));
      case "Currencies" -> List.of(Map.of("Code", "NZD", "Description", "New Zealand Dollar"));
      case "TaxRates" ->
          List.of(Map.of("TaxType", "INPUT2", "Status", "ACTIVE", "CanApplyToExpenses", true));
      case "TrackingCategories" ->
          List.of(
              Map.of(
                  "TrackingCategoryID", "cat-region",
                  "Name", "Region",
                  "Status", "ACTIVE",
                  "Options",
                      List.of(
                          Map.of(
                              "TrackingOptionID", "opt-north",
                              "Name", "North",
                              "Status", "ACTIVE"))));
      case "Accounts" ->
          List.of(
              Map.of(
                  "AccountID", "a1",
                  "Code", "493",
                  "Status", "ACTIVE",
                  "Type", "EXPENSE",
                  "Class", "EXPENSE",
                  "UpdatedDateUTC", UPDATED));
      default -> page(message.getHeader("XeroPage", Integer.class));
    };
  }

  private List<Map<String, Object>> page(int page) {
    return IntStream.range((page - 1) * 1000, Math.min(page * 1000, contacts))
        .<Map<String, Object>>mapToObj(
            i ->
                Map.of(
                    "ContactID", "p" + i,
                    "Name", "Person " + i,
                    "ContactStatus", "ACTIVE",
                    "EmailAddress", i + "@Acme.example",
                    "UpdatedDateUTC", UPDATED))
        .toList();
  }
}
