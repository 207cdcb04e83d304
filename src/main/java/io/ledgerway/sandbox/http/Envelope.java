package io.ledgerway.sandbox.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The frame around every good answer, xero-api.md 2.2. */
public final class Envelope {

  /** The header that holds the same id as the envelope. */
  public static final String CORRELATION = "xero-correlation-id";

  private Envelope() {}

  public static Answer of(Call call, String plural, List<?> records, long now) {
    return of(call, plural, records, now, null);
  }

  /**
   * @param pagination null when paging is not in force
   */
  public static Answer of(
      Call call, String plural, List<?> records, long now, Map<String, Object> pagination) {
    Map<String, Object> body = new LinkedHashMap<>();
    UUID id = UUID.randomUUID();
    body.put("Id", id);
    body.put("Status", "OK");
    body.put("ProviderName", call.appName());
    body.put("DateTimeUTC", XeroDates.showNow(now));
    if (pagination != null) {
      body.put("pagination", pagination);
    }
    body.put(plural, records);
    return Answer.json(200, body).with(Map.of(CORRELATION, id.toString())).elements(records.size());
  }
}
