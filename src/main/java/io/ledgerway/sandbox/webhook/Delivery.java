package io.ledgerway.sandbox.webhook;

import io.ledgerway.sandbox.books.Events.Event;
import io.ledgerway.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One POST to a subscriber (xero-api.md 5). Xero waits five seconds for an answer, which must have
 * neither a body nor cookies.
 */
final class Delivery {

  /** No answer, none in time, or none that counts. */
  static final int NOTHING = 0;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Delivery() {}

  static int send(Subscription to, List<Event> events, boolean rightlySigned) {
    byte[] body = body(to, events);
    String signature = sign(body, rightlySigned ? to.key : to.key + "x");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.url))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/json")
            .header("x-xero-signature", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean bare = answer.body().length == 0 && !answer.headers().map().containsKey("set-cookie");
      return bare ? answer.statusCode() : NOTHING;
    } catch (IOException e) {
      return NOTHING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOTHING;
    }
  }

  private static byte[] body(Subscription to, List<Event> events) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("events", events.stream().map(Delivery::show).toList());
    body.put("firstEventSequence", events.isEmpty() ? 0 : to.sequence + 1);
    body.put("lastEventSequence", events.isEmpty() ? 0 : to.sequence + events.size());
    body.put("entropy", UUID.randomUUID().toString().replace("-", ""));
    return Json.bytes(body);
  }

  private static Map<String, Object> show(Event event) {
    String resource =
        switch (event.category()) {
          case "CONTACT" -> "Contacts";
          case "INVOICE" -> "Invoices";
          default -> "CreditNotes";
        };
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "resourceUrl", "https://api.xero.com/api.xro/2.0/" + resource + "/" + event.recordId());
    shown.put("resourceId", event.recordId());
    shown.put("eventDateUtc", DATE.format(epoch(event.time())));
    shown.put("eventType", event.created() ? "CREATE" : "UPDATE");
    shown.put("eventCategory", event.category());
    shown.put("tenantId", event.tenantId());
    shown.put("tenantType", "ORGANISATION");
    if (event.data() != null) {
      shown.put("data", event.data());
    }
    return shown;
  }

  private static LocalDateTime epoch(long millis) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1000),
        (int) Math.floorMod(millis, 1000L) * 1_000_000,
        ZoneOffset.UTC);
  }

  private static String sign(byte[] body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(key.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
