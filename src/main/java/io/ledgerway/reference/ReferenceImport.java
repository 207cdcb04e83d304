package io.ledgerway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what the import routes have read from Xero. Only real changes are written; a record that
 * a full read no longer shows becomes inactive. Thread-safe; runs of one company wait for each
 * other.
 */
@Component
class ReferenceImport {

  private static final String STORE = SqlFile.read("reference/store-records");
  private static final String LOCK = SqlFile.read("reference/lock-company");
  private static final String KEEP_PAGE = SqlFile.read("reference/keep-page");
  private static final String KEPT_PAGES = SqlFile.read("reference/kept-pages");
  private static final String DROP_PAGES = SqlFile.read("reference/drop-pages");
  private static final String SAVE_PROGRESS = SqlFile.read("reference/save-progress");
  private static final String SAVE_CURSOR = SqlFile.read("reference/save-cursor");

  private final NamedParameterJdbcTemplate jdbc;
  private final People people;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  ReferenceImport(
      NamedParameterJdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      People people,
      Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Stores all that one read of a resource gave, and how far it went: the records given, and the
   * pages that were kept of it.
   *
   * @param complete whether these are all there are; false for a read of changes only
   * @param pages how many pages the caller knows to be kept; 0 for a resource without pages
   * @param records each with kind, id, code, name, active, parent, email, detail, updated
   *     (ISO-8601)
   * @return how many were added, changed or deactivated
   * @throws LedgerwayException {@code IMPORT_IMPLAUSIBLE} when a full read gave nothing although
   *     every organisation has such records; {@code IMPORT_OVERTAKEN} when another run stored or
   *     dropped the pages. Nothing is changed then
   */
  int store(
      String company,
      Resource resource,
      boolean complete,
      int pages,
      List<Map<String, Object>> records) {
    if (complete && records.isEmpty() && resource.isNeverEmpty()) {
      throw new LedgerwayException(
              "IMPORT_IMPLAUSIBLE",
              "Xero's answer holds no " + resource + ", which every organisation has.",
              "Look at the mapping of " + resource + "; what was known before stays in use.")
          .with("company", company);
    }
    MapSqlParameterSource row =
        row(company, resource)
            .addValue("kinds", resource.kinds().toArray(String[]::new))
            .addValue("complete", complete)
            .addValue("cause", "IMPORT")
            .addValue("askedBy", null, Types.VARCHAR)
            .addValue("records", text(records));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.update(LOCK, row);
              Kept kept = kept(row);
              if (kept.pages() != pages) {
                throw overtaken(company, resource);
              }
              row.addValue("seen", records.size() + kept.seen())
                  .addValue("pages", Math.max(1, kept.pages()))
                  .addValue("cursor", kept.pages() > 0 ? kept.cursor() : highest(records))
                  .addValue("expected", null, Types.INTEGER);
              int changed = jdbc.update(STORE, row);
              row.addValue("changed", changed);
              jdbc.update(SAVE_CURSOR, row);
              jdbc.update(SAVE_PROGRESS, row);
              jdbc.update(DROP_PAGES, row);
              if (resource == Resource.Contacts && changed > 0) {
                people.matchAgain(company);
              }
              return changed;
            }));
  }

  /**
   * Keeps one page until all have been read, so that an interrupted read goes on behind it.
   *
   * @param since what was asked for; empty for everything
   * @param page from 1
   * @param readAt by Xero's clock; null when Xero did not say
   * @param expected how many records Xero says there are in all pages; null when it does not
   */
  void keep(
      String company,
      Resource resource,
      String since,
      int page,
      Instant readAt,
      Integer expected,
      List<Map<String, Object>> records) {
    MapSqlParameterSource row =
        row(company, resource)
            .addValue("since", since)
            .addValue("page", page)
            .addValue("readAt", Timestamp.from(readAt == null ? clock.instant() : readAt))
            .addValue("seen", records.size())
            .addValue("highest", highest(records), Types.TIMESTAMP)
            .addValue("records", text(records));
    transaction.executeWithoutResult(
        status -> {
          jdbc.update(KEEP_PAGE, row);
          Kept kept = kept(row);
          row.addValue("pages", kept.pages())
              .addValue("seen", kept.seen())
              .addValue("expected", expected, Types.INTEGER)
              .addValue("changed", null, Types.INTEGER);
          jdbc.update(SAVE_PROGRESS, row);
        });
  }

  /**
   * @param cursor the highest UpdatedDateUTC of the pages, but not after the first of them was read
   */
  private record Kept(int pages, int seen, Timestamp cursor) {}

  private Kept kept(MapSqlParameterSource row) {
    return jdbc.queryForObject(
        KEPT_PAGES,
        row,
        (found, number) ->
            new Kept(found.getInt("pages"), found.getInt("seen"), found.getTimestamp("cursor")));
  }

  /** Half of the pages must not pass for all: what is on the others would seem to be gone. */
  private static LedgerwayException overtaken(String company, Resource resource) {
    return new LedgerwayException(
            "IMPORT_OVERTAKEN",
            "Another run of the import has taken the pages of " + resource + ".",
            "It is read again by itself.")
        .with("company", company);
  }

  private MapSqlParameterSource row(String company, Resource resource) {
    return new MapSqlParameterSource("company", company)
        .addValue("resource", resource.name())
        .addValue("at", Timestamp.from(clock.instant()));
  }

  private static Timestamp highest(List<Map<String, Object>> records) {
    return records.stream()
        .map(each -> (String) each.get("updated"))
        .filter(Objects::nonNull)
        .map(Instant::parse)
        .max(Instant::compareTo)
        .map(Timestamp::from)
        .orElse(null);
  }

  private String text(List<Map<String, Object>> records) {
    try {
      return json.writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
