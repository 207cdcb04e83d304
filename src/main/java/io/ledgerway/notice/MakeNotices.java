package io.ledgerway.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.schedule.Schedule;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the notices of one company: for each destination whose time has come, one, or none when it
 * knows everything. What it knows from now on and the notice are written together, while the work
 * is held. Thread-safe.
 */
class MakeNotices {

  private static final Logger LOG = LoggerFactory.getLogger(MakeNotices.class);
  private static final String DUE = SqlFile.read("notice/due-of-company");
  private static final String MAKE = SqlFile.read("notice/make");
  private static final String LOOKED = SqlFile.read("notice/looked");

  private final JdbcClient jdbc;
  private final Needs needs;
  private final ToldNeeds told;
  private final Leases leases;
  private final Duration gather;
  private final String hubUrl;
  private final Clock clock;

  MakeNotices(
      JdbcClient jdbc,
      Needs needs,
      ToldNeeds told,
      Leases leases,
      Duration gather,
      String hubUrl,
      Clock clock) {
    this.jdbc = jdbc;
    this.needs = needs;
    this.told = told;
    this.leases = leases;
    this.gather = gather;
    this.hubUrl = hubUrl;
    this.clock = clock;
  }

  void of(String company, Lease lease) {
    Instant now = clock.instant();
    List<Look> looks =
        jdbc.sql(DUE)
            .param("company", company)
            .param("now", utc(now))
            .query((row, number) -> Look.of(row))
            .list();
    if (!looks.isEmpty()) {
      Needs.Found present = needs.of(company);
      looks.forEach(look -> leases.whileHeld(lease, () -> make(company, look, present, now)));
    }
  }

  private void make(String company, Look look, Needs.Found present, Instant now) {
    UUID destination = look.destination();
    List<ToldNeed> before = told.of(destination);
    Compared compared =
        look.isDaily()
            ? Compared.daily(present, before, look.actors())
            : Compared.atOnce(present, before, look.actors(), now, gather);
    compared.foreign().forEach(each -> told.forget(destination, each));
    compared.found().forEach(each -> told.miss(destination, each, null));
    compared.missed().forEach(each -> told.miss(destination, each, now));
    if (compared.news()) {
      String occasion = look.isDaily() ? "DIGEST" : "CHANGES";
      write(company, destination, occasion, compared.open(), compared.solved(), now);
      compared.open().forEach(each -> told.tell(destination, each.need()));
      compared.solved().forEach(each -> told.forget(destination, each));
    }
    jdbc.sql(LOOKED)
        .param("destination", destination)
        .param("changes", look.changes())
        .param("next", utc(next(look, compared, present, now)), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("soon", utc(now.plus(gather)))
        .update();
  }

  private void write(
      String company,
      UUID destination,
      String occasion,
      List<Compared.Open> open,
      List<ToldNeed> solved,
      Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(MAKE)
        .param("id", id)
        .param("destination", destination)
        .param("company", company)
        .param("occasion", occasion)
        .param(
            "body",
            NoticeJson.write(new NoticeJson.Head(id, company, occasion, now, hubUrl), open, solved))
        .param("due", utc(now))
        .param("now", utc(now))
        .update();
    LOG.info(
        "event=notice_made company={} destination={} notice={} occasion={} open={} solved={}",
        company,
        destination,
        id,
        occasion,
        open.size(),
        solved.size());
  }

  /** A notice that says nothing but that it arrives. */
  UUID test(String company, UUID destination) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    jdbc.sql(MAKE)
        .param("id", id)
        .param("destination", destination)
        .param("company", company)
        .param("occasion", "TEST")
        .param(
            "body",
            NoticeJson.write(
                new NoticeJson.Head(id, company, "TEST", now, hubUrl), List.of(), List.of()))
        .param("due", null, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", utc(now))
        .update();
    return id;
  }

  private Instant next(Look look, Compared compared, Needs.Found present, Instant now) {
    if (look.isDaily()) {
      return Schedule.daily(look.at()).next(now, look.zone());
    }
    if (compared.waits()) {
      return now.plus(gather);
    }
    // What is over by itself is over without anybody's saying so.
    return present.needs().stream()
        .map(Need::until)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(until -> until.plus(gather))
        .orElse(null);
  }

  private static OffsetDateTime utc(Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
