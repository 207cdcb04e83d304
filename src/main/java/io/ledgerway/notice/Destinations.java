package io.ledgerway.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.notice.Destination.Change;
import io.ledgerway.notice.Destination.Kind;
import io.ledgerway.notice.Destination.When;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.reference.ZoneChosen;
import io.ledgerway.schedule.Schedule;
import io.ledgerway.secret.Secrets;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where companies want notices. Thread-safe. */
@Component
public class Destinations {

  static final String NO_TOPIC =
      "No topic for notices is set up here: whoever runs this engine sets"
          + " LEDGERWAY_NOTICES_TOPIC.";

  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);
  private static final String OF_COMPANY = SqlFile.read("notice/destinations");
  private static final String LOCK = SqlFile.read("notice/lock");
  private static final String CHOOSE = SqlFile.read("notice/choose");
  private static final String DROP = SqlFile.read("notice/drop");
  private static final String REPLAN = SqlFile.read("notice/replan");
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** How long a receiver has for taking a new secret over. */
  private static final Duration BOTH_SECRETS = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final ToldNeeds told;
  private final DestinationRules rules;
  private final Secrets secrets;
  private final Duration gather;
  private final Clock clock;

  Destinations(
      JdbcClient jdbc,
      DestinationRules rules,
      Secrets secrets,
      NoticeSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.told = new ToldNeeds(jdbc);
    this.rules = rules;
    this.secrets = secrets;
    this.gather = settings.gather();
    this.clock = clock;
  }

  /** In the order in which they were chosen. */
  public List<Destination> of(String company) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .query((row, number) -> destination(row))
        .list();
  }

  /**
   * Chooses all of a company's destinations; one that is left out is forgotten, with what was sent
   * there.
   *
   * @throws ChoicesRefused with everything that is wrong; nothing is changed then
   */
  @Transactional
  public void choose(String company, List<Change> changes) {
    jdbc.sql(LOCK).param("company", company).query().listOfRows();
    Map<UUID, Destination> before = new LinkedHashMap<>();
    of(company).forEach(each -> before.put(each.id(), each));
    rules.check(changes, before);
    List<UUID> stay = new ArrayList<>();
    for (Change change : changes) {
      UUID id = change.id() == null ? UuidCreator.getTimeOrderedEpoch() : change.id();
      Destination former = before.get(id);
      if (former != null && !isSamePlace(former, change)) {
        told.forget(id);
      }
      write(company, id, stay.size(), change, former);
      stay.add(id);
    }
    jdbc.sql(DROP)
        .param("company", company)
        .param("stay", stay.stream().map(UUID::toString).toArray(String[]::new))
        .update();
    LOG.info(
        "event=notices_chosen company={} destinations={} by={}",
        company,
        stay.size(),
        AskedBy.now());
  }

  /** Within the transaction that chooses another zone. */
  @EventListener
  void replan(ZoneChosen chosen) {
    for (Destination each : of(chosen.company())) {
      if (each.when() == When.DAILY) {
        jdbc.sql(REPLAN)
            .param("id", each.id())
            .param("next", utc(daily(each.at(), ZoneId.of(each.zone()))))
            .update();
      }
    }
  }

  private void write(String company, UUID id, int place, Change change, Destination former) {
    LocalTime at = at(change);
    boolean on = change.enabled() == null ? former == null || former.enabled() : change.enabled();
    Instant now = clock.instant();
    jdbc.sql(CHOOSE)
        .param("id", id)
        .param("company", company)
        .param("place", place)
        .param("kind", change.kind().name())
        .param("url", change.kind() == Kind.WEBHOOK ? change.url() : null, Types.VARCHAR)
        .param("addresses", strings(change.kind() == Kind.EMAIL ? change.addresses() : null))
        .param("occasion", change.when().name())
        .param("at", at, Types.TIME)
        .param("actors", strings(change.actors()))
        .param("secret", secrets.seal(change.secret(), id.toString()), Types.BINARY)
        .param("enabled", on)
        .param("next", utc(at == null ? now.plus(gather) : daily(at, zone(company))))
        .param("formerUntil", utc(now.plus(BOTH_SECRETS)))
        .param("now", utc(now))
        .update();
  }

  private ZoneId zone(String company) {
    return ZoneId.of(
        jdbc.sql(SqlFile.read("export/zone"))
            .param("company", company)
            .query(String.class)
            .single());
  }

  private Instant daily(LocalTime at, ZoneId zone) {
    return Schedule.daily(at).next(clock.instant(), zone);
  }

  private static LocalTime at(Change change) {
    if (change.when() != When.DAILY) {
      return null;
    }
    return change.at() == null ? MORNING : change.at().truncatedTo(ChronoUnit.MINUTES);
  }

  private static boolean isSamePlace(Destination former, Change change) {
    return former.kind() == change.kind()
        && (former.kind() != Kind.WEBHOOK || former.url().equals(change.url()))
        && (former.kind() != Kind.EMAIL || former.addresses().equals(change.addresses()));
  }

  private static String[] strings(List<?> values) {
    return values == null
        ? new String[0]
        : values.stream().map(Object::toString).toArray(String[]::new);
  }

  private static Destination destination(ResultSet row) throws SQLException {
    List<Actor> actors = Look.actors(row.getArray("actors")).stream().sorted().toList();
    return new Destination(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("url"),
        Arrays.asList((String[]) row.getArray("addresses").getArray()),
        When.valueOf(row.getString("occasion")),
        row.getObject("at", LocalTime.class),
        row.getString("zone"),
        actors,
        row.getBoolean("enabled"),
        row.getString("off_because"),
        Moments.of(row, "secret_set_at"),
        Moments.of(row, "next_look_at"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
