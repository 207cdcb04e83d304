package io.ledgerway.reference;

import io.ledgerway.connection.OrganisationConnected;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks for reads of a company's reference data; a route carries them out. Thread-safe. */
@Component
public class ImportRequests {

  private static final String REQUEST = SqlFile.read("reference/request-import");

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param full everything, not only what changed
   */
  public void ask(String company, boolean full) {
    ask(company, full, false);
  }

  /** Also before the company is set up: for whoever is choosing what to import. */
  public void askForSetUp(String company) {
    ask(company, false, true);
  }

  /** Within the transaction that connects: what can be chosen is read, or what was missed. */
  @EventListener
  void readWhatIsThere(OrganisationConnected connected) {
    askForSetUp(connected.company());
  }

  private void ask(String company, boolean full, boolean forSetUp) {
    jdbc.sql(REQUEST)
        .param("company", company)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("full", full)
        .param("forSetUp", forSetUp)
        .param("by", AskedBy.now())
        .update();
  }
}
