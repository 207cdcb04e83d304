package io.ledgerway.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.LedgerFixture;
import io.ledgerway.reference.ImportSchedule;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.source.Sources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A ledger, its schedules and exports, on a real server, at a time that a test chooses. */
final class Exporting implements AutoCloseable {

  final LedgerFixture ledger = new LedgerFixture();
  final ExportSchedules schedules;
  final ExportRuns runs;
  final ImportSchedule zones;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private volatile Instant now = LedgerFixture.NOW;

  Exporting() {
    context.registerBean(DataSource.class, ledger::dataSource);
    context.registerBean(Clock.class, () -> new Told());
    context.register(Wiring.class);
    context.refresh();
    schedules = context.getBean(ExportSchedules.class);
    runs = context.getBean(ExportRuns.class);
    zones = context.getBean(ImportSchedule.class);
  }

  /** No configuration by its name: engines that tests start would find it. */
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import({
    ExportSchedules.class,
    ExportRuns.class,
    NamedDocuments.class,
    SettingChanges.class,
    ImportSchedule.class
  })
  static class Wiring {

    @Bean
    JdbcClient jdbc(DataSource source) {
      return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
      return new DataSourceTransactionManager(source);
    }

    @Bean
    ObjectMapper json() {
      return JsonMapper.builder().findAndAddModules().build();
    }

    @Bean
    Sources sources() {
      return new Sources(Path.of("routes"), Path.of("mappings"));
    }
  }

  private final class Told extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  void at(String moment) {
    at(Instant.parse(moment));
  }

  void at(Instant moment) {
    now = moment;
  }

  /** The company's, or one of its source's; without a user it is said to be finance's. */
  void choose(String source, ExportMode mode) {
    schedules.choose("acme", source, ExportSchedule.chosen(mode, null, null, null, "finance"));
  }

  /** What the route does with each tick. */
  void tick() {
    for (String source : due()) {
      runs.beginDue("acme", source);
    }
  }

  List<String> due() {
    return ledger
        .jdbc
        .sql("select source from export_schedule where next_due <= ? order by next_due")
        .param(now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  /** Documents of a source that nobody has looked at yet. */
  void arrive(String source, String... ids) {
    for (String id : ids) {
      Arrival perk = LedgerFixture.arrival(id, 1, id);
      ledger.enter(
          new Arrival(
              perk.company(),
              source,
              id,
              1,
              perk.kind(),
              perk.resource(),
              perk.date(),
              perk.currency(),
              perk.total(),
              perk.employee(),
              perk.merchant(),
              perk.event(),
              perk.contentHash(),
              null,
              perk.afterPosting(),
              perk.mistakenBy(),
              null));
    }
  }

  /** Documents of a source that nothing stands in the way of. */
  void ready(String source, String... ids) {
    arrive(source, ids);
    for (String id : ids) {
      move(id, "READY");
    }
  }

  void move(String id, String... states) {
    for (String state : states) {
      ledger
          .jdbc
          .sql("update posting set state = ?, document = '{}' where source_id = ?")
          .params(state, id)
          .update();
    }
  }

  UUID idOf(String id) {
    return ledger
        .jdbc
        .sql("select id from posting where source_id = ?")
        .param(id)
        .query(UUID.class)
        .single();
  }

  /** What an export of this moment would send, by its source's id. */
  List<String> sendable() {
    return ledger
        .jdbc
        .sql(
            "select source_id from posting where state = 'READY' and released and claimed_by is"
                + " null order by id")
        .query(String.class)
        .list();
  }

  /** Ids of what is in that export. */
  List<String> in(UUID run) {
    return ledger
        .jdbc
        .sql("select source_id from posting where export_run = ? order by id")
        .param(run)
        .query(String.class)
        .list();
  }

  List<String> strings(String sql) {
    return ledger.jdbc.sql(sql).query(String.class).list();
  }

  @Override
  public void close() {
    context.close();
    ledger.close();
  }
}
