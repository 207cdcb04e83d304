package io.ledgerway.notice;

import io.ledgerway.cause.Catalogue;
import io.ledgerway.cause.Cause;
import io.ledgerway.notice.Need.About;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects what a company needs somebody for. Thread-safe. */
@Component
public class Needs {

  private static final String OF_COMPANY = SqlFile.read("notice/needs-of-company");
  private static final String OF_DOCUMENTS = SqlFile.read("notice/needs-of-documents");
  private static final String OF_RECORDS = SqlFile.read("notice/needs-of-records");
  private static final String OF_RECEIPTS = SqlFile.read("notice/needs-of-receipts");
  private static final int MOST = 1_000;

  /** What keeps a whole company from exporting is one need with what its documents say of it. */
  private static final Set<String> OF_ALL_DOCUMENTS =
      Set.of(Cause.CONNECTION_EXPIRED.name(), Cause.CONNECTION_DISABLED.name());

  private final JdbcClient jdbc;
  private final Clock clock;

  Needs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param needs each once
   * @param whole false when there are more than were collected: what is missing may be among those
   */
  public record Found(List<Need> needs, boolean whole) {}

  /** All of them, in no order of their own. */
  public Found of(String company) {
    List<Need> documents = ofDocuments(company, null, MOST);
    List<Need> all = new ArrayList<>(ofCompany(company));
    documents.stream().map(Needs::asOfCompany).forEach(all::add);
    all.addAll(ofRecords(company));
    all.addAll(ofReceipts(company));
    Map<String, Need> once = new LinkedHashMap<>();
    all.forEach(need -> once.merge(need.identity(), need, Need::with));
    return new Found(List.copyOf(once.values()), documents.size() < MOST);
  }

  private List<Need> ofCompany(String company) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                CompanyNeed.valueOf(row.getString("code"))
                    .in(
                        row.getString("source"),
                        row.getString("detail"),
                        Moments.of(row, "since"),
                        Moments.of(row, "until")))
        .list();
  }

  /**
   * @param actor null for everybody's
   */
  public List<Need> ofDocuments(String company, Actor actor, int most) {
    return jdbc.sql(OF_DOCUMENTS)
        .param("company", company)
        .param("actor", actor == null ? null : actor.name())
        .param("limit", most)
        .query(
            (row, number) ->
                need(
                    About.DOCUMENTS,
                    row,
                    Actor.valueOf(row.getString("actor")),
                    row.getString("message"),
                    "documents",
                    Arrays.asList((UUID[]) row.getArray("some").getArray())))
        .list();
  }

  public List<Need> ofRecords(String company) {
    return jdbc.sql(OF_RECORDS)
        .param("company", company)
        .query(
            (row, number) -> {
              Catalogue.Letter letter = Catalogue.OURS.letters().get(row.getString("code"));
              return need(
                  About.RECORDS,
                  row,
                  letter == null ? Actor.ENGINEER : letter.actor(),
                  letter == null ? "Records were not accepted." : "Not accepted: " + letter.why(),
                  "letters",
                  List.of());
            })
        .list();
  }

  public List<Need> ofReceipts(String company) {
    return jdbc.sql(OF_RECEIPTS)
        .param("company", company)
        .query(
            (row, number) ->
                need(
                    About.RECEIPTS,
                    row,
                    Actor.valueOf(row.getString("actor")),
                    "Receipts could not be attached.",
                    "receipts",
                    List.of()))
        .list();
  }

  private static Need asOfCompany(Need need) {
    return OF_ALL_DOCUMENTS.contains(need.code())
        ? new Need(
            About.COMPANY,
            null,
            need.code(),
            need.actor(),
            need.message(),
            need.action(),
            need.number(),
            need.since(),
            need.some(),
            null)
        : need;
  }

  private static Need need(
      About about, ResultSet row, Actor actor, String message, String count, List<UUID> some)
      throws SQLException {
    return new Need(
        about,
        null,
        row.getString("code"),
        actor,
        message,
        row.getString("action"),
        row.getLong(count),
        Moments.of(row, "since"),
        some,
        null);
  }
}
