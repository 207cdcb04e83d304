package io.ledgerway.hub;

import io.ledgerway.notice.Need;
import io.ledgerway.notice.Need.About;
import io.ledgerway.notice.Needs;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.sql.SqlFile;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a company needs somebody for, as cards. Thread-safe. */
@Component
class Causes {

  private static final String NAMED = SqlFile.read("hub/named-documents");
  private static final int MOST = 100;

  private final Needs needs;
  private final ShownSources sources;
  private final ShownMoney money;
  private final JdbcClient jdbc;

  Causes(Needs needs, ShownSources sources, ShownMoney money, JdbcClient jdbc) {
    this.needs = needs;
    this.sources = sources;
    this.money = money;
    this.jdbc = jdbc;
  }

  /**
   * A cause.
   *
   * @param state a state of a document, for its badge
   * @param what it is counted in, such as documents
   * @param then what happens once it is cured; null where that is not known
   * @param cure where it can be cured here; null where that is elsewhere
   * @param some of its documents
   */
  record Card(
      Need need, String state, String what, String then, Cure cure, List<NamedDocument> some) {

    public Actor actor() {
      return need.actor();
    }
  }

  /** Those that release most first, then the oldest; a hundred at the most. */
  List<Card> of(String company) {
    List<Need> all = new ArrayList<>(needs.of(company).needs());
    all.sort(
        Comparator.comparing((Need need) -> need.about() != About.COMPANY)
            .thenComparing(Comparator.comparingLong(Need::number).reversed())
            .thenComparing(Need::since, Comparator.nullsLast(Comparator.naturalOrder())));
    List<Need> shown = all.subList(0, Math.min(MOST, all.size()));
    Map<UUID, NamedDocument> named = named(company, shown);
    return shown.stream().map(need -> card(need, named)).toList();
  }

  private Card card(Need need, Map<UUID, NamedDocument> named) {
    List<NamedDocument> some =
        need.some().stream().filter(named::containsKey).map(named::get).toList();
    return new Card(need, state(need), what(need), then(need), Cure.of(need, some), some);
  }

  private static List<String> waitsFor(Array keys) throws SQLException {
    return keys == null ? List.of() : List.of((String[]) keys.getArray());
  }

  private static String state(Need need) {
    return switch (need.about()) {
      case RECORDS -> "NOT_ACCEPTED";
      case DOCUMENTS ->
          need.code().startsWith("DIFFERENT") || need.code().equals("XERO_WARNING")
              ? "DIFFERENT"
              : need.actor() == Actor.NOBODY ? "UNCERTAIN" : "HELD";
      default -> "HELD";
    };
  }

  private static String what(Need need) {
    return switch (need.about()) {
      case RECORDS -> "record";
      case RECEIPTS -> "receipt";
      default -> "document";
    };
  }

  private String then(Need need) {
    if (need.about() == About.COMPANY && need.number() == 0 || need.about() == About.RECEIPTS) {
      return null;
    }
    String all = need.number() == 1 ? "It goes" : "All " + money.count(need.number()) + " go";
    return switch (state(need)) {
      case "HELD" ->
          all
              + (need.number() == 1 ? " out by itself as soon" : " out by themselves as soon")
              + " as that is done. Nothing is sent twice.";
      case "NOT_ACCEPTED" -> "They are entered once they can be read.";
      default -> null;
    };
  }

  private Map<UUID, NamedDocument> named(String company, List<Need> shown) {
    Map<UUID, NamedDocument> named = new HashMap<>();
    jdbc.sql(NAMED)
        .param("company", company)
        .param(
            "postings", shown.stream().flatMap(need -> need.some().stream()).toArray(UUID[]::new))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              named.put(
                  id,
                  new NamedDocument(
                      id,
                      sources.kind(row.getString("kind")),
                      row.getString("merchant"),
                      row.getObject("document_date", java.time.LocalDate.class),
                      row.getString("employee"),
                      row.getString("currency"),
                      row.getBigDecimal("total"),
                      waitsFor(row.getArray("waits_for"))));
            });
    return named;
  }
}
