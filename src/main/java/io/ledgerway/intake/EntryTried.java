package io.ledgerway.intake;

import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Arrival.Outcome;
import io.ledgerway.posting.Arrivals;
import io.ledgerway.posting.Statements;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the ledger says to an arrival, asked of the ledger itself: the entry is made and rolled
 * back, so that there is no second way of judging one. Thread-safe.
 */
@Component
public class EntryTried {

  private final Arrivals arrivals;
  private final Statements statements;
  private final ContentNow contents;
  private final TransactionTemplate transaction;

  EntryTried(
      Arrivals arrivals,
      Statements statements,
      Mappings mappings,
      PlatformTransactionManager transactions) {
    this.arrivals = arrivals;
    this.statements = statements;
    this.contents = new ContentNow(mappings);
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param standing the posting of that id that is in the ledger already; null when there is none
   * @param row of the ledger under that id, as it would stand then; null when there is none
   */
  public record Tried(Outcome outcome, UUID standing, Map<String, Object> row) {}

  /**
   * @param judged what is not refused
   * @throws PessimisticLockingFailureException when somebody is just changing the document
   */
  public Tried of(Judged judged) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          statements.named("intake/wait-briefly").run();
          Map<String, Object> before = row(judged);
          Outcome outcome =
              arrivals
                  .enter(List.of(judged.arrival()), contents.by(arrival -> judged.mapping()))
                  .get(0);
          return new Tried(outcome, before == null ? null : (UUID) before.get("id"), row(judged));
        });
  }

  private Map<String, Object> row(Judged judged) {
    return statements
        .named("intake/entered")
        .value("company", judged.arrival().company())
        .value("source", judged.arrival().source())
        .value("sourceId", judged.arrival().sourceId())
        .list()
        .stream()
        .findFirst()
        .orElse(null);
  }
}
