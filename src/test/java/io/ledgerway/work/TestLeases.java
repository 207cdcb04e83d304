package io.ledgerway.work;

import io.ledgerway.instance.TestInstances;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.camel.Component;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Leases of an engine that is only a test. */
public final class TestLeases {

  private TestLeases() {}

  public static Leases over(DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    return new Leases(
        jdbc,
        TestInstances.connection(jdbc),
        new JdbcTransactionManager(source),
        TestInstances.alive(jdbc),
        TestInstances.clock(jdbc),
        Duration.ofSeconds(15));
  }

  /** The component {@code work} on them. */
  public static Component component(Leases leases) {
    return new WorkComponent(leases, new Bells());
  }
}
