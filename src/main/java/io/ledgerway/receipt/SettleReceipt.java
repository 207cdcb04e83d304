package io.ledgerway.receipt;

import io.ledgerway.work.Lease;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from Xero's list of a document's files whether the receipt is among them, by its name and
 * its size: as the answer to sending it, or because nobody saw that answer.
 */
class SettleReceipt implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(SettleReceipt.class);
  private final ReceiptTable table;
  private final Clock clock;

  SettleReceipt(ReceiptTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    DueReceipt receipt = exchange.getVariable(DueReceipt.VARIABLE, DueReceipt.class);
    Lease lease = exchange.getVariable(Lease.VARIABLE, Lease.class);
    Optional<String> there = find(receipt, exchange.getMessage().getBody(Map.class));
    if (there.isPresent()) {
      table.attached(receipt, there.get(), lease);
    } else {
      // Under its name it can be sent again whatever a list that lags did not show.
      table.waits(receipt, true, clock.instant(), receipt.attempts(), null, lease);
    }
    LOG.info(
        "event=receipt company={} receipt={} posting={} attached={} bytes={}",
        receipt.company(),
        receipt.id(),
        receipt.posting(),
        there.isPresent(),
        receipt.size());
  }

  private static Optional<String> find(DueReceipt receipt, Map<?, ?> answer) {
    Object files = answer == null ? null : answer.get("Attachments");
    Stream<?> all = files instanceof Collection<?> list ? list.stream() : Stream.empty();
    return all.map(file -> (Map<?, ?>) file)
        .filter(file -> receipt.name().equalsIgnoreCase(String.valueOf(file.get("FileName"))))
        .filter(file -> String.valueOf(receipt.size()).equals(size(file)))
        .map(file -> String.valueOf(file.get("AttachmentID")))
        .findFirst();
  }

  private static String size(Map<?, ?> file) {
    return file.get("ContentLength") instanceof Number number
        ? String.valueOf(number.longValue())
        : null;
  }
}
