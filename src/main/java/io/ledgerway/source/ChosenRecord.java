package io.ledgerway.source;

import io.ledgerway.sql.SqlFile;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the Xero record that somebody chooses, by its id, code or name. Thread-safe. */
@Component
class ChosenRecord {

  private static final String RECORD = SqlFile.read("source/record");
  private final JdbcClient jdbc;

  ChosenRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Found(String id, boolean active, String type, String named) {}

  /**
   * @return its id, or what is wrong with the choice. Before records of that kind have been read
   *     for the first time anything is taken as it is given.
   */
  Result find(String company, Choice choice, String given) {
    Optional<Found> found =
        jdbc.sql(RECORD)
            .param("company", company)
            .param("kind", choice.recordKind())
            .param("given", given)
            .query(Found.class)
            .optional();
    if (found.isEmpty()) {
      return isRead(company, choice.recordKind())
          ? Result.wrong("there is no " + choice.recordWords() + " '" + given + "' in Xero")
          : new Result(given, null);
    }
    Found record = found.get();
    if (!record.active()) {
      return Result.wrong(record.named() + " is archived in Xero");
    }
    if (!choice.accountTypes().isEmpty()
        && (record.type() == null || !choice.accountTypes().contains(record.type()))) {
      return Result.wrong(
          record.named() + " is of type " + record.type() + ", not " + choice.accountTypes());
    }
    return new Result(record.id(), null);
  }

  record Result(String id, String mistake) {
    static Result wrong(String mistake) {
      return new Result(null, mistake);
    }
  }

  private boolean isRead(String company, String kind) {
    return jdbc.sql(
            "select exists (select from reference_record where company = :company and kind ="
                + " :kind)")
        .param("company", company)
        .param("kind", kind)
        .query(Boolean.class)
        .single();
  }
}
