package io.ledgerway.receipt;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.posting.Statements;
import io.ledgerway.source.Sources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The receipts that sources have named, whether their companies want them or not: a company may
 * want them later. Naming them twice does no harm. Thread-safe.
 */
@Component
public class Receipts {

  private final Statements statements;
  private final TransactionTemplate transaction;
  private final Sources sources;
  private final Clock clock;

  Receipts(
      Statements statements,
      PlatformTransactionManager transactions,
      Sources sources,
      Clock clock) {
    this.statements = statements;
    this.transaction = new TransactionTemplate(transactions);
    this.sources = sources;
    this.clock = clock;
  }

  /** Records what was named; of documents that the ledger does not have, nothing. */
  public void record(List<NamedReceipts> all) {
    List<NamedReceipts> news = all.stream().filter(this::mayBeNews).toList();
    if (!news.isEmpty()) {
      transaction.executeWithoutResult(status -> write(news));
    }
  }

  /**
   * Has one that failed, or waits for its next attempt, tried now.
   *
   * @return whether there is one to be tried
   */
  public boolean retry(String company, UUID posting, UUID receipt) {
    boolean due =
        statements
                .named("receipt/retry")
                .value("company", company)
                .value("posting", posting)
                .value("receipt", receipt)
                .value("now", clock.instant())
                .run()
            > 0;
    if (due) {
      statements.named("receipt/resume").value("receipt", receipt).run();
    }
    return due;
  }

  private boolean mayBeNews(NamedReceipts named) {
    if (!named.replaces() && named.receipts().isEmpty()) {
      return false;
    }
    return sources.find(named.source()).stream().anyMatch(each -> !each.receiptHosts().isEmpty());
  }

  private void write(List<NamedReceipts> all) {
    Map<String, Document> documents = documents(all);
    List<Row> rows = new ArrayList<>();
    List<UUID> replaced = new ArrayList<>();
    List<UUID> anew = new ArrayList<>();
    for (NamedReceipts named : all) {
      Document document = documents.get(key(named.company(), named.source(), named.sourceId()));
      if (document == null) {
        continue;
      }
      // What was named later of the same document stands for what was named before.
      if (named.replaces()) {
        rows.removeIf(row -> row.document().id().equals(document.id()));
        replaced.add(document.id());
        if (document.anew()) {
          anew.add(document.id());
        }
      }
      rows.addAll(rows(named, document));
    }
    Map<String, Row> once = new LinkedHashMap<>();
    rows.forEach(row -> once.put(row.document().id() + "\n" + row.receipt().id(), row));
    replace(replaced, anew, List.copyOf(once.values()));
    insert(List.copyOf(once.values()));
  }

  /** Each receipt of an event once: the first of one id. */
  private static List<Row> rows(NamedReceipts named, Document document) {
    Map<String, Row> first = new LinkedHashMap<>();
    named
        .receipts()
        .forEach(receipt -> first.putIfAbsent(receipt.id(), new Row(document, named, receipt)));
    return List.copyOf(first.values());
  }

  private Map<String, Document> documents(List<NamedReceipts> all) {
    Map<String, Document> found = new HashMap<>();
    List<NamedReceipts> named = all.stream().distinct().toList();
    statements
        .named("receipt/documents")
        .array("companies", "text", named, NamedReceipts::company)
        .array("sources", "text", named, NamedReceipts::source)
        .array("source_ids", "text", named, NamedReceipts::sourceId)
        .rows(
            row ->
                found.put(
                    key(
                        row.getString("company"),
                        row.getString("source"),
                        row.getString("source_id")),
                    new Document(
                        row.getObject("id", UUID.class),
                        row.getBoolean("stands"),
                        row.getBoolean("anew"))));
    return found;
  }

  private void replace(List<UUID> replaced, List<UUID> anew, List<Row> rows) {
    if (!replaced.isEmpty()) {
      statements
          .named("receipt/prune")
          .array("postings", "uuid", replaced)
          .array("named", "uuid", rows, row -> row.document().id())
          .array("source_ids", "text", rows, row -> row.receipt().id())
          .run();
    }
    if (!anew.isEmpty()) {
      statements
          .named("receipt/anew")
          .array("postings", "uuid", anew)
          .value("now", clock.instant())
          .run();
    }
  }

  private void insert(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    statements
        .named("receipt/record")
        .array("ids", "uuid", rows, row -> UuidCreator.getTimeOrderedEpoch())
        .array("postings", "uuid", rows, row -> row.document().id())
        .array("companies", "text", rows, row -> row.named().company())
        .array("sources", "text", rows, row -> row.named().source())
        .array("source_ids", "text", rows, row -> row.receipt().id())
        .array("kinds", "text", rows, row -> row.receipt().supporting() ? "SUPPORTING" : "RECEIPT")
        .array("file_names", "text", rows, row -> row.receipt().fileName())
        .array("urls", "text", rows, row -> row.receipt().url())
        .array("stand", "boolean", rows, row -> row.document().stands())
        .value("now", clock.instant())
        .run();
  }

  private static String key(String company, String source, String sourceId) {
    return company + '\n' + source + '\n' + sourceId;
  }

  /**
   * @param stands in Xero
   * @param anew nothing of it has been in Xero
   */
  private record Document(UUID id, boolean stands, boolean anew) {}

  private record Row(Document document, NamedReceipts named, NamedReceipt receipt) {}
}
