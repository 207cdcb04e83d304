package io.ledgerway.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.event.KeyValuePair;

/**
 * A line of ours, {@code event=… key=value}: its words are the programmer's, its values anybody's.
 */
final class LoggedLine {

  private static final String PLACE = "{}";
  private static final Pattern EVENT = Pattern.compile("^event=(\\w+)");
  private static final Pattern KEY = Pattern.compile("(\\w+)=$");

  private final String words;
  private final Object[] values;

  /**
   * @param words with a place for each value
   * @param values null when there are none
   */
  LoggedLine(String words, Object[] values) {
    this.words = words;
    this.values = values == null ? new Object[0] : values;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object value : values) {
      int place = words.indexOf(PLACE, from);
      if (place < 0) {
        break;
      }
      text.append(words, from, place).append(LoggedValue.of(value));
      from = place + PLACE.length();
    }
    return LoggedValue.lines(text.append(words.substring(from)).toString());
  }

  /** The same as fields, for whoever reads logs by machine. */
  List<KeyValuePair> fields() {
    List<KeyValuePair> fields = new ArrayList<>();
    Matcher event = EVENT.matcher(words);
    if (event.find()) {
      fields.add(new KeyValuePair("event.action", event.group(1)));
    }
    int from = 0;
    for (Object value : values) {
      int place = words.indexOf(PLACE, from);
      if (place < 0) {
        break;
      }
      Matcher key = KEY.matcher(words.substring(from, place));
      if (key.find() && value != null) {
        fields.add(new KeyValuePair("ledgerway." + key.group(1), value.toString()));
      }
      from = place + PLACE.length();
    }
    return fields;
  }
}
