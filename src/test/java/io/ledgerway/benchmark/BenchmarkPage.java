package io.ledgerway.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/benchmarks.md}: each benchmark writes its own part, between two comments. */
public final class BenchmarkPage {

  private static final Path PAGE = Path.of("docs", "benchmarks.md");

  private BenchmarkPage() {}

  /** Puts a table into the part of that name, and on the console. */
  public static void write(String part, List<String> heading, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(line(heading)).append("| --- ".repeat(heading.size()));
    table.append("|\n");
    rows.forEach(row -> table.append(line(row)));
    System.out.println("\n" + part + "\n" + table);
    Pattern between =
        Pattern.compile("(<!-- " + part + " -->\n).*?(<!-- end " + part + " -->)", Pattern.DOTALL);
    try {
      Matcher matcher = between.matcher(Files.readString(PAGE));
      if (!matcher.find()) {
        throw new IllegalStateException(PAGE + " has no part " + part);
      }
      Files.writeString(
          PAGE, matcher.replaceFirst("$1" + Matcher.quoteReplacement(table.toString()) + "$2"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With commas between thousands. */
  public static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
