package io.ledgerway.observation;

import io.ledgerway.sql.SqlFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks into the database every {@code ledgerway.gauges.every}, whoever asks for metrics and
 * however often: each statement walks over what is open, never over all that was, and where that is
 * much it looks less often. While the database is away the last figures stand, and their age grows.
 */
@Component
@DependsOnDatabaseInitialization
class Gauges implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

  /** Of all time no more than this part is spent on looking, however much stands open. */
  private static final long LOOKS_AT_MOST_ONE_IN = 50;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration every;
  private final MeterRegistry meters;
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread looking = new Thread(work, "gauges");
            looking.setDaemon(true);
            return looking;
          });
  private volatile Instant lookedAt;

  Gauges(
      JdbcClient jdbc,
      Clock clock,
      MeterRegistry meters,
      @Value("${ledgerway.gauges.every:20s}") Duration every) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.meters = meters;
    this.lookedAt = clock.instant();
    Gauge.builder(
            "ledgerway.gauges.age", () -> Duration.between(lookedAt, clock.instant()).toSeconds())
        .description("How old the figures from the database are")
        .baseUnit("seconds")
        .register(meters);
    this.every = every;
    thread.execute(this::look);
  }

  private void look() {
    long began = System.nanoTime();
    try {
      Instant now = clock.instant();
      Seen.ALL.forEach(each -> look(each, now));
      lookedAt = now;
    } catch (RuntimeException e) {
      LOG.warn("event=gauges_not_read problem={}", e.getClass().getSimpleName());
    } finally {
      lookAgain(System.nanoTime() - began);
    }
  }

  private void lookAgain(long took) {
    if (!thread.isShutdown()) {
      thread.schedule(
          (Runnable) this::look,
          Math.max(every.toNanos(), took * LOOKS_AT_MOST_ONE_IN),
          TimeUnit.NANOSECONDS);
    }
  }

  private void look(Seen seen, Instant now) {
    Map<String, Map<Tags, Long>> read = new LinkedHashMap<>();
    seen.numbers().forEach(number -> read.put(number.gauge(), new LinkedHashMap<>()));
    if (seen.since() != null) {
      read.put(seen.ageOf(), new LinkedHashMap<>());
    }
    jdbc.sql(SqlFile.read("observation/" + seen.statement()))
        .param("now", java.sql.Timestamp.from(now))
        .query((ResultSet row) -> add(seen, row, now, read));
    seen.numbers().forEach(number -> show(number.gauge(), number.says(), null, read));
    if (seen.since() != null) {
      show(seen.ageOf(), "Since when the oldest of them stands there", "seconds", read);
    }
  }

  private static void add(Seen seen, ResultSet row, Instant now, Map<String, Map<Tags, Long>> read)
      throws SQLException {
    Tags tags = seen.tags(row);
    for (Seen.Number number : seen.numbers()) {
      read.get(number.gauge()).merge(tags, row.getLong(number.column()), Long::sum);
    }
    Instant since = seen.since(row);
    if (seen.since() != null) {
      long age = since == null ? 0 : Duration.between(since, now).toSeconds();
      read.get(seen.ageOf()).merge(tags, Math.max(0, age), Math::max);
    }
  }

  private void show(String gauge, String says, String unit, Map<String, Map<Tags, Long>> read) {
    List<Row<?>> rows = new ArrayList<>();
    read.get(gauge).forEach((tags, value) -> rows.add(Row.of(tags, value)));
    gauges
        .computeIfAbsent(
            gauge,
            name -> MultiGauge.builder(name).description(says).baseUnit(unit).register(meters))
        .register(rows, true);
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
