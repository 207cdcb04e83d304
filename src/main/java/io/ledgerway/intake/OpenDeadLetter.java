package io.ledgerway.intake;

import io.ledgerway.telling.ShortText;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What a dead letter says on its topic. The table has it whole, the broker takes its beginning. */
class OpenDeadLetter implements Processor {

  private final int payloadBytes;
  private final int textBytes;

  OpenDeadLetter(int mostBytes) {
    // Beside the value there are eight texts.
    this.payloadBytes = mostBytes / 2;
    this.textBytes = mostBytes / 20;
  }

  @Override
  public void process(Exchange exchange) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("id", row.get("item"));
    letter.put("topic", row.get("topic"));
    letter.put("partition", row.get("partition_no"));
    letter.put("offset", row.get("record_offset"));
    letter.put("key", text(row, "record_key"));
    letter.put("company", text(row, "company"));
    letter.put("sourceId", text(row, "source_id"));
    letter.put("code", row.get("code"));
    letter.put("message", text(row, "message"));
    letter.put("action", text(row, "action"));
    payload(letter, (byte[]) row.get("payload"), (Integer) row.get("bytes"));
    letter.put("receivedAt", ((Timestamp) row.get("received_at")).toInstant().toString());
    exchange.getMessage().setBody(letter);
  }

  private void payload(Map<String, Object> letter, byte[] beginning, Integer bytes) {
    String text = beginning == null ? null : new String(beginning, StandardCharsets.UTF_8);
    String told = text == null ? null : ShortText.of(text, payloadBytes);
    letter.put("payload", told);
    letter.put("payloadBytes", bytes);
    letter.put(
        "payloadCut", told != null && (told.length() < text.length() || beginning.length < bytes));
  }

  private String text(Map<?, ?> row, String column) {
    Object text = row.get(column);
    return text == null ? null : ShortText.of(text.toString(), textBytes);
  }
}
