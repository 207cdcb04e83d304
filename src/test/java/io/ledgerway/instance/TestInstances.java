package io.ledgerway.instance;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engine processes for tests. */
public final class TestInstances {

  private TestInstances() {}

  /** One that is alive for an hour. */
  public static EngineInstance alive(JdbcClient jdbc, Clock clock) {
    EngineInstance instance = new EngineInstance(jdbc, clock, Duration.ofHours(1));
    instance.afterPropertiesSet();
    return instance;
  }
}
