package io.ledgerway.scale;

import io.ledgerway.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;

/**
 * What an engine's database holds after a year: documents in all states, their stories, books,
 * calls and all that goes with them, of companies of all sizes. Always the same for a size.
 *
 * @param postings documents, of which 98 in a hundred are posted
 * @param companies at least 50, at most 4,000
 * @param steps changes of state of each document
 * @param atRest nothing is on its way or due, by the clock on the wall
 */
public record YearOfData(int postings, int companies, int steps, boolean atRest) {

  /** The moment at which the year ends. */
  public static final String NOW = "timestamptz '2026-11-20 09:00:00Z'";

  private static final List<String> PARTS =
      List.of("companies", "books", "postings", "story", "work");
  private static final List<String> AT_REST =
      List.of("companies", "books", "postings", "story", "work", "rest");

  /** A year of the largest user that we know of. */
  public static YearOfData whole() {
    return new YearOfData(2_000_000, 1000, 10, false);
  }

  /** One that is there in a few seconds. */
  public static YearOfData small() {
    return new YearOfData(20_000, 100, 4, false);
  }

  /** Many companies of which none has anything to do. */
  public static YearOfData quiet() {
    return new YearOfData(50_000, 1000, 4, true);
  }

  /** Puts it into a new database with the engine's tables, and gives that database's JDBC URL. */
  public String in(LocalPostgres postgres) {
    String url = postgres.newDatabase();
    Flyway.configure().dataSource(postgres.dataSource(url)).load().migrate();
    try (Connection connection = postgres.dataSource(url).getConnection();
        Statement statement = connection.createStatement()) {
      // The story is written here, not by triggers, and what is made up keeps all rules.
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      for (String part : atRest ? AT_REST : PARTS) {
        statement.execute(script(part));
      }
      statement.execute("vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException("The year could not be made", e);
    }
    return url;
  }

  private String script(String part) {
    String text = read(part);
    for (var value :
        List.of(
            List.of("postings", "" + postings),
            List.of("companies", "" + companies),
            List.of("steps", "" + steps),
            List.of("now", NOW))) {
      text =
          Pattern.compile("(?<!:):" + value.get(0) + "\\b").matcher(text).replaceAll(value.get(1));
    }
    return text;
  }

  private static String read(String part) {
    try {
      return new ClassPathResource("sql/scale/" + part + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
