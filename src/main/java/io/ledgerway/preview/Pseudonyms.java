package io.ledgerway.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts others in the place of people and of what was written freely: of one text always the same.
 * Kept is what a mapping may decide by: numbers, days, single words such as ids and codes, and what
 * was looked up. Not thread-safe.
 */
final class Pseudonyms {

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+");
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*://.*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.:/+#-]{1,64}");
  private static final Pattern NAMES =
      Pattern.compile(".*(name|phone|address|iban|traveller|attendee|guest).*");

  private final Set<String> keys;
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param keys texts that were looked up, which are kept unless they are e-mail addresses
   */
  Pseudonyms(Set<String> keys) {
    this.keys = keys;
  }

  JsonNode of(JsonNode event) {
    return of("", event);
  }

  private JsonNode of(String name, JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(each -> object.set(each.getKey(), of(each.getKey(), each.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(each -> array.add(of(name, each)));
      return array;
    }
    return value.isTextual()
        ? JsonNodeFactory.instance.textNode(text(name, value.asText()))
        : value;
  }

  private String text(String name, String value) {
    if (EMAIL.matcher(value).matches()) {
      return email(value);
    }
    if (ADDRESS.matcher(value).matches()) {
      return "https://files.example/" + texts.computeIfAbsent(value, each -> number(texts));
    }
    boolean isName = NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    if (value.isBlank() || keys.contains(value) || isDay(value)) {
      return value;
    }
    return !isName && WORD.matcher(value).matches() ? value : like(value);
  }

  /** Upper and lower case are the same person. */
  String email(String address) {
    return "person-"
        + people.computeIfAbsent(address.toLowerCase(Locale.ROOT), each -> number(people))
        + "@case.example";
  }

  /** Of the same length, for texts are cut. */
  private String like(String value) {
    String other = "Text " + texts.computeIfAbsent(value, each -> number(texts));
    return value.length() <= other.length()
        ? other
        : other + " " + "x".repeat(value.length() - other.length() - 1);
  }

  private static String number(Map<String, String> known) {
    return String.valueOf(known.size() + 1);
  }

  private static boolean isDay(String value) {
    try {
      return value.length() >= 10
          && LocalDate.parse(value.substring(0, 10)) != null
          && WORD.matcher(value.replace(' ', 'T')).matches();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
