package io.ledgerway.instance;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engine processes for tests. */
public final class TestInstances {

  private TestInstances() {}

  /** One that is alive for an hour. */
  public static EngineInstance alive(JdbcClient jdbc) {
    EngineInstance instance = new EngineInstance(new OwnConnection(jdbc), Duration.ofHours(1));
    instance.afterPropertiesSet();
    return instance;
  }

  /** Borrowed from the test. */
  public static OwnConnection connection(JdbcClient jdbc) {
    return new OwnConnection(jdbc);
  }

  /** The database's time, on a machine whose clock is right. */
  public static DatabaseClock clock(JdbcClient jdbc) {
    return new DatabaseClock(connection(jdbc), Clock.systemUTC(), Duration.ofDays(365));
  }
}
