package io.ledgerway.notice;

import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code notice_told}: what each destination knows. Thread-safe. */
class ToldNeeds {

  private static final String TOLD = SqlFile.read("notice/told");
  private static final String TELL = SqlFile.read("notice/tell");
  private static final String MISS = SqlFile.read("notice/miss");
  private static final String FORGET = SqlFile.read("notice/forget-told");

  private final JdbcClient jdbc;

  ToldNeeds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ToldNeed> of(UUID destination) {
    return jdbc.sql(TOLD)
        .param("destination", destination)
        .query(
            (row, number) ->
                new ToldNeed(
                    row.getString("need"),
                    row.getString("about"),
                    row.getString("code"),
                    row.getString("actor"),
                    row.getString("message"),
                    row.getLong("number"),
                    Moments.of(row, "missing_since")))
        .list();
  }

  void tell(UUID destination, Need need) {
    jdbc.sql(TELL)
        .param("destination", destination)
        .param("need", need.identity())
        .param("about", need.about().name())
        .param("code", need.code())
        .param("actor", need.actor().name())
        .param("message", NoticeJson.fit(need.message()))
        .param("number", need.number())
        .update();
  }

  /**
   * @param since null when it is there again
   */
  void miss(UUID destination, ToldNeed need, Instant since) {
    jdbc.sql(MISS)
        .param("destination", destination)
        .param("need", need.identity())
        .param(
            "since",
            since == null ? null : since.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void forget(UUID destination, ToldNeed need) {
    forget(destination, need.identity());
  }

  /** It will be told of everything anew. */
  void forget(UUID destination) {
    forget(destination, (String) null);
  }

  private void forget(UUID destination, String need) {
    jdbc.sql(FORGET).param("destination", destination).param("need", need).update();
  }
}
