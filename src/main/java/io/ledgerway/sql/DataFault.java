package io.ledgerway.sql;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a statement that failed for what it was given from one that failed for the database's own
 * trouble. The first fails again however often it is tried, and the database's words for it hold
 * the values of the row: nobody is told them.
 */
public final class DataFault {

  private static final Logger LOG = LoggerFactory.getLogger(DataFault.class);

  /** Data exceptions, violated constraints, exceeded limits, and what functions raise. */
  private static final String OF_THE_ROW = "(22|23|54|P0).*";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("22001", "a text is too long"),
          Map.entry("22003", "a number is out of range"),
          Map.entry("22007", "a date or a time is none"),
          Map.entry("22008", "a date or a time is out of range"),
          Map.entry("22021", "a text has a character that cannot be stored"),
          Map.entry("22P02", "a value is of another kind"),
          Map.entry("22P05", "a text has a character that cannot be stored"),
          Map.entry("23502", "a value is missing"),
          Map.entry("23503", "what it belongs to is not there"),
          Map.entry("23505", "another one stands there already"),
          Map.entry("23514", "a value is not one of those allowed"),
          Map.entry("54000", "it is too large"));

  private DataFault() {}

  /** True for data exceptions, violated constraints and exceeded limits (SQLState 22, 23, 54). */
  public static boolean isCauseOf(Throwable failure) {
    SQLException first = first(failure);
    return first != null && first.getSQLState().matches("(22|23|54).*");
  }

  /** Why it is refused, in our words, with a reference by which the log has the rest. */
  public static String said(Throwable failure) {
    SQLException first = first(failure);
    String reference = UuidCreator.getTimeOrderedEpoch().toString();
    LOG.warn(
        "event=refused_by_database reference={} facts={}",
        reference,
        first == null ? failure.getClass().getName() : facts(first));
    String words = first == null ? null : WORDS.get(first.getSQLState());
    return "%s (reference %s)"
        .formatted(words == null ? "a value cannot be stored" : words, reference);
  }

  /** Each refusal of a row in the failure, whose words hold what the row holds. */
  public static List<SQLException> refusals(Throwable failure) {
    List<SQLException> found = new ArrayList<>();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 50; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        for (Throwable each : sql) {
          if (each instanceof SQLException one && !found.contains(one)) {
            found.add(one);
          }
        }
      }
    }
    boolean ofTheRow =
        found.stream()
            .anyMatch(each -> each.getSQLState() != null && each.getSQLState().matches(OF_THE_ROW));
    return ofTheRow ? found : List.of();
  }

  /** What of it names things of ours, and no value: SQLState, table, column, constraint. */
  public static String facts(SQLException refusal) {
    ServerErrorMessage told =
        refusal instanceof PSQLException known ? known.getServerErrorMessage() : null;
    Stream<String> names =
        told == null
            ? Stream.of()
            : Stream.of(
                named("table", told.getTable()),
                named("column", told.getColumn()),
                named("constraint", told.getConstraint()));
    return Stream.concat(Stream.of("SQLState " + refusal.getSQLState()), names)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String named(String what, String name) {
    return name == null ? "" : what + " " + name;
  }

  private static SQLException first(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 50; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
    }
    return null;
  }
}
