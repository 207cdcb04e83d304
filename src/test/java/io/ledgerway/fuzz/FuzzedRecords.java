package io.ledgerway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.SampleExpenses;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes records by seed and number: each depends on these two alone, so that the one that an engine
 * could not stand can be made, and sent, by itself. Every fourth is good. Not thread-safe.
 */
final class FuzzedRecords {

  private static final String HERE = "@@here@@";

  private static final List<String> NUMBERS =
      List.of(
          "1e99999999",
          "-1e99999999",
          "1e-99999999",
          "1e2147483647",
          "1e2147483648",
          "1e999999",
          "1e401",
          "1e400",
          "1.7976931348623157e308",
          "9".repeat(49),
          "9".repeat(60),
          "0." + "0".repeat(40) + "1",
          "-0",
          "0",
          "12.345",
          "1000000000000",
          "1000000000001",
          "NaN",
          "Infinity",
          "007",
          "0x10",
          ".5",
          "1.");

  private static final List<String> TEXTS =
      List.of(
          "\\u0000",
          "acme\\u0000",
          "\\ud800x",
          "x\\udc00",
          "\\\\u0000",
          "a\\\\",
          "\\u202Eevil\\u202C",
          "\\uFEFF",
          "🍣\\ud83c\\udf63",
          "{\\\"a\\\",NULL}",
          "'; drop table posting; --",
          "${exchange}",
          "{{secret}}",
          "$eval(\\\"1\\\")",
          "%s%n",
          "",
          " ",
          "a@b@c",
          "0000-00-00",
          "2026-02-30",
          "\\n\\r\\t\\b");

  private static final List<String> OTHERS =
      List.of("null", "true", "[]", "{}", "[[[[]]]]", "[1,2,3]", "{\"a\":{\"b\":[{}]}}");

  private final JsonMapper json = JsonMapper.builder().build();
  private final long seed;
  private final String company;
  private final Supplier<SampleExpenses> samples;

  FuzzedRecords(long seed, String company, Supplier<SampleExpenses> samples) {
    this.seed = seed;
    this.company = company;
    this.samples = samples;
  }

  boolean isGood(int number) {
    return number % 4 == 0;
  }

  static String id(int number) {
    return "fuzz-" + number;
  }

  ProducerRecord<byte[], byte[]> record(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    ObjectNode expense = expense(number);
    if (isGood(number)) {
      return of(expense.toString().getBytes(UTF_8));
    }
    return switch (random.nextInt(10)) {
      case 0, 1 -> of(replaced(expense, any(NUMBERS, random), random));
      case 2, 3 -> of(replaced(expense, '"' + any(TEXTS, random) + '"', random));
      case 4 -> of(replaced(expense, any(OTHERS, random), random));
      case 5 -> of(encoded(expense.toString(), random));
      case 6 -> of(large(expense, random));
      case 7 -> of(deep(expense, random));
      case 8 -> of(broken(expense.toString().getBytes(UTF_8), random));
      default -> odd(expense, random);
    };
  }

  private ObjectNode expense(int number) {
    try {
      String value = samples.get().cards(1, 1 + number % 3).get(0).value();
      return ((ObjectNode) json.readTree(value)).put("id", id(number));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JSON in the place of a value, known or unknown. */
  private static byte[] replaced(ObjectNode expense, String by, Random random) {
    List<Runnable> places = new ArrayList<>();
    collect(expense, places);
    places.add(() -> expense.put("unknown", HERE));
    places.get(random.nextInt(places.size())).run();
    return expense.toString().replace('"' + HERE + '"', by).getBytes(UTF_8);
  }

  private static void collect(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                // Without its own id nobody could say whose fate it is.
                if (!name.equals("id")) {
                  places.add(() -> object.put(name, HERE));
                }
                collect(object.get(name), places);
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        places.add(() -> array.set(at, HERE));
        collect(array.get(i), places);
      }
    }
  }

  private static byte[] encoded(String text, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> text.getBytes(Charset.forName("UTF-16"));
      case 1 -> text.getBytes(Charset.forName("UTF-16LE"));
      case 2 -> text.getBytes(Charset.forName("UTF-32BE"));
      case 3 -> ("\uFEFF" + text).getBytes(UTF_8);
      case 4 -> text.replace("fuzz", "f\u00fczz").getBytes(Charset.forName("ISO-8859-1"));
      default -> {
        byte[] overlong = text.replaceFirst(":\"", ":\"xx").getBytes(UTF_8);
        int at = new String(overlong, UTF_8).indexOf(":\"xx") + 2;
        overlong[at] = (byte) 0xC0;
        overlong[at + 1] = (byte) 0x80;
        yield overlong;
      }
    };
  }

  private static byte[] large(ObjectNode expense, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> expense.put("merchant", "m".repeat(1 + random.nextInt(600_000)));
      case 1 -> expense.putArray("lines").addAll(copies(expense, 1_000, 30_000));
      case 2 -> {
        expense.put("merchant", "東".repeat(4_000));
        expense.set("lines", copies(expense, 1_000, 1));
      }
      case 3 -> expense.putObject("more").put("n".repeat(1 + random.nextInt(400_000)), 1);
      case 4 -> {
        ObjectNode many = expense.putObject("many");
        for (int i = 0; i < 20_000; i++) {
          many.put("field-" + i, i);
        }
      }
      default -> {
        ArrayNode lines = expense.putArray("lines");
        for (int i = 0; i < 150_000; i++) {
          lines.addObject();
        }
      }
    }
    return expense.toString().getBytes(UTF_8);
  }

  private static ArrayNode copies(ObjectNode expense, int number, int textEach) {
    JsonNode line = expense.get("lines").path(0);
    ArrayNode lines = expense.arrayNode();
    int total = 0;
    for (int i = 0; i < number && total < 480_000; i++) {
      ObjectNode copy = line.isObject() ? ((ObjectNode) line).deepCopy() : expense.objectNode();
      copy.put("id", "line-" + i).put("description", "d".repeat(textEach));
      lines.add(copy);
      total += textEach + 200;
    }
    return lines;
  }

  private static byte[] deep(ObjectNode expense, Random random) {
    int depth = List.of(40, 48, 51, 1_000, 200_000).get(random.nextInt(5));
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    String nested = open.repeat(depth) + "1" + (open.equals("[") ? "]" : "}").repeat(depth);
    expense.put("unknown", HERE);
    return expense.toString().replace('"' + HERE + '"', nested).getBytes(UTF_8);
  }

  private static byte[] broken(byte[] value, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> java.util.Arrays.copyOf(value, random.nextInt(value.length));
      case 1 -> new byte[random.nextInt(3)];
      case 2 -> (new String(value, UTF_8) + "}{\"again\":1}").getBytes(UTF_8);
      default -> {
        // Not in the id, nor in the digits of an amount: what stays valid must stay recognisable.
        for (int i = 0; i < 3; i++) {
          value[random.nextInt(value.length)] = (byte) (0x80 | random.nextInt(0x80));
        }
        yield value;
      }
    };
  }

  private ProducerRecord<byte[], byte[]> odd(ObjectNode expense, Random random) {
    byte[] value = expense.toString().getBytes(UTF_8);
    switch (random.nextInt(4)) {
      case 0 -> {
        return new ProducerRecord<>("perk.expenses", company.getBytes(UTF_8), null);
      }
      case 1 -> {
        byte[] key = new byte[1 + random.nextInt(5_000)];
        random.nextBytes(key);
        return new ProducerRecord<>("perk.expenses", key, value);
      }
      case 2 -> {
        ProducerRecord<byte[], byte[]> bomb = of(value);
        for (int i = 0; i < 200; i++) {
          bomb.headers().add("header-" + i, new byte[random.nextInt(2_000)]);
        }
        return bomb;
      }
      default -> {
        String twice = expense.toString().replaceFirst("\\{", "{\"version\":1,");
        return of(twice.getBytes(UTF_8));
      }
    }
  }

  private ProducerRecord<byte[], byte[]> of(byte[] value) {
    return new ProducerRecord<>("perk.expenses", company.getBytes(UTF_8), value);
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
