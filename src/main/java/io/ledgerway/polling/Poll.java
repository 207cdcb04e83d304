package io.ledgerway.polling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * One reading of a source for a company, as far as it is.
 *
 * @param id null for a test of the connection, of which nothing is kept
 * @param account the source's own id of the company
 * @param credential whose limits its requests count under
 * @param lastDay of all that it reads; null for an open end
 * @param since the first day of what is read now
 * @param until its last day; null for an open end
 * @param ids of the records that are read again now
 * @param afterId the last document that was read again
 * @param memory JSON: what the answer before this step left for it
 * @param attempt 1 for the first of this step
 */
public record Poll(
    UUID id,
    String company,
    String source,
    Kind kind,
    String account,
    String credential,
    LocalDate lastDay,
    LocalDate since,
    LocalDate until,
    List<String> ids,
    UUID afterId,
    String step,
    String memory,
    int attempt,
    int restarts) {

  /** What a reading is for. */
  public enum Kind {
    /** What is new. */
    ROUTINE,
    /** Everything since the company's first day, month by month: what a routine may have missed. */
    SWEEP,
    /** What stands in Xero already: it may have changed. */
    REREAD,
    /** Everything since a day that somebody chose. */
    BACKFILL,
    /** Nothing is read: the source is told what was posted. */
    CONFIRM,
    /** Nothing is read: the source is told what can be chosen. */
    PUSH;

    String firstStep() {
      return switch (this) {
        case CONFIRM -> "confirm";
        case PUSH -> "push";
        default -> FIRST_STEP;
      };
    }
  }

  static final String FIRST_STEP = "order";
  static final String TEST_STEP = "test";
  static final String VARIABLE = "poll";

  static Poll of(Exchange exchange) {
    return exchange.getVariable(VARIABLE, Poll.class);
  }

  static Poll test(String company, String source, String account, String credential) {
    return new Poll(
        null,
        company,
        source,
        Kind.ROUTINE,
        account,
        credential,
        null,
        null,
        null,
        List.of(),
        null,
        TEST_STEP,
        "{}",
        1,
        0);
  }

  static Poll read(ResultSet row) throws SQLException {
    return new Poll(
        row.getObject("id", UUID.class),
        row.getString("company"),
        row.getString("source"),
        Kind.valueOf(row.getString("kind")),
        row.getString("account"),
        row.getString("credential"),
        row.getObject("last_day", LocalDate.class),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getArray("ids") == null
            ? List.of()
            : List.of((String[]) row.getArray("ids").getArray()),
        row.getObject("after_id", UUID.class),
        row.getString("step"),
        row.getString("memory"),
        row.getInt("attempt"),
        row.getInt("restarts"));
  }

  /** For routes, too. */
  public boolean isTest() {
    return id == null;
  }
}
