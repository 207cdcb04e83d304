package io.ledgerway.xero;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.problem.LedgerwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads from an exchange what its call to Xero says, and nothing else. */
final class RequestOfExchange {

  private static final Map<String, String> QUERY_OF_HEADER =
      Map.of(
          "XeroWhere", "where",
          "XeroOrder", "order",
          "XeroPage", "page",
          "XeroIDs", "IDs",
          "XeroInvoiceNumbers", "InvoiceNumbers",
          "XeroStatuses", "Statuses",
          "XeroSearchTerm", "searchTerm");

  private RequestOfExchange() {}

  static XeroRequest build(XeroCall call, Exchange exchange) {
    Message message = exchange.getMessage();
    XeroHeaders.refuseUnknown(message.getHeaders().keySet());
    boolean writes = !"GET".equals(call.method());
    byte[] body = writes && !"DELETE".equals(call.method()) ? body(message) : null;
    return new XeroRequest(
        company(exchange),
        call.method(),
        path(call.resource(), message),
        query(call, message),
        headers(message, writes, body != null),
        body,
        elements(call.resource(), message.getBody()),
        call.priority(),
        message.getHeader("XeroSendBefore", Instant.class));
  }

  private static String company(Exchange exchange) {
    String company = exchange.getVariable("company", String.class);
    if (company == null || company.isBlank()) {
      throw new LedgerwayException(
          "XERO_NO_COMPANY",
          "The exchange does not say for which company Xero is to be called",
          "Set the variable 'company' before 'to: xero:…'.");
    }
    return company;
  }

  private static String path(XeroResource resource, Message message) {
    String id = message.getHeader("XeroId", String.class);
    String fileName = message.getHeader("XeroFileName", String.class);
    if (resource.part() != null && id == null) {
      throw new LedgerwayException(
          "XERO_NO_ID",
          "No record is named whose " + resource.part() + " are meant",
          "Set XeroId.");
    }
    return resource.name()
        + (id == null ? "" : "/" + encode(id))
        + (resource.part() == null ? "" : "/" + resource.part())
        + (resource.part() == null || fileName == null ? "" : "/" + encode(fileName));
  }

  private static String query(XeroCall call, Message message) {
    Map<String, String> query = new LinkedHashMap<>(call.query());
    if ("GET".equals(call.method())) {
      QUERY_OF_HEADER.keySet().stream()
          .sorted()
          .filter(header -> message.getHeader(header) != null)
          .forEach(
              header -> query.put(QUERY_OF_HEADER.get(header), text(message.getHeader(header))));
    }
    return query.isEmpty()
        ? null
        : query.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String text(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : value.toString();
  }

  private static Map<String, String> headers(Message message, boolean writes, boolean hasBody) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    if (hasBody) {
      String type = message.getHeader("XeroContentType", String.class);
      headers.put("Content-Type", type == null ? "application/json" : type);
    }
    Object since = message.getHeader("If-Modified-Since");
    if (since != null && !writes) {
      headers.put("If-Modified-Since", XeroDates.ifModifiedSince(moment(since)));
    }
    String key = message.getHeader(XeroRequest.IDEMPOTENCY_KEY, String.class);
    if (key != null && writes) {
      headers.put(XeroRequest.IDEMPOTENCY_KEY, key);
    }
    return headers;
  }

  /** A RFC 1123 date, as HTTP clients write it, is not what Xero documents. */
  private static Instant moment(Object since) {
    try {
      return since instanceof Instant at ? at : XeroDates.instant(since.toString());
    } catch (DateTimeParseException e) {
      throw new LedgerwayException(
          "XERO_HEADER_UNREADABLE",
          "If-Modified-Since is no date that Xero knows: '" + since + "'",
          "Give an Instant, or UTC as 2026-01-31T10:00:00.");
    }
  }

  private static byte[] body(Message message) {
    Object body = message.getBody();
    if (body instanceof Map || body instanceof JsonNode || body instanceof Collection) {
      try {
        return XeroJson.write(body);
      } catch (IOException e) {
        throw new UncheckedIOException("The body cannot be written as JSON", e);
      }
    }
    return body instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : message.getBody(byte[].class);
  }

  private static Integer elements(XeroResource resource, Object body) {
    if (body instanceof Map<?, ?> map && map.get(resource.name()) instanceof Collection<?> list) {
      return list.size();
    }
    return body instanceof JsonNode node && node.path(resource.name()).isArray()
        ? node.path(resource.name()).size()
        : null;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
