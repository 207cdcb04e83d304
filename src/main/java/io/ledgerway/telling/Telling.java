package io.ledgerway.telling;

import io.ledgerway.trace.TraceContext;
import java.util.Map;
import org.apache.camel.Message;

/**
 * One thing that is to be told, as the columns of a walk's statement name it.
 *
 * @param item its id among its kind
 * @param key of the record that tells it; may be null
 * @param company may be null where none could be read
 * @param subject what people know it by
 * @param trace of what it is told of; may be null
 */
record Telling(String item, String key, String company, String subject, TraceContext trace) {

  /** The header of a message that tells it. */
  static final String HEADER = "telling";

  static Telling of(Map<?, ?> row) {
    return new Telling(
        row.get("item").toString(),
        (String) row.get("key"),
        (String) row.get("company"),
        (String) row.get("subject"),
        TraceContext.read((String) row.get("trace")));
  }

  static Telling of(Message message) {
    return message.getHeader(HEADER, Telling.class);
  }
}
