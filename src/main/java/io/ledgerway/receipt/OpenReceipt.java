package io.ledgerway.receipt;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.work.Lease;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes up the next receipt. Variable {@code receiptBy} says what to do: LOOK whether Xero has it,
 * SEND it, or NOTHING.
 */
class OpenReceipt implements Processor {

  private static final int MOST_FILES = 10;

  /** xero-api.md 4.13. */
  private static final Set<String> TAKE_FILES =
      Set.of(
          "BankTransactions",
          "Contacts",
          "CreditNotes",
          "Invoices",
          "ManualJournals",
          "PurchaseOrders");

  private final ReceiptTable table;

  OpenReceipt(ReceiptTable table) {
    this.table = table;
  }

  @Override
  public void process(Exchange exchange) {
    exchange.removeVariable(DueReceipt.VARIABLE);
    exchange.setVariable("receiptBy", "NOTHING");
    Map<?, ?> due = exchange.getMessage().getBody(Map.class);
    Optional<DueReceipt> found = table.open((UUID) due.get("receipt"));
    if (found.isEmpty()) {
      return;
    }
    DueReceipt receipt = found.get();
    exchange.setVariable(DueReceipt.VARIABLE, receipt);
    if (!receipt.stands()) {
      table.rests(receipt, exchange.getVariable(Lease.VARIABLE, Lease.class));
      return;
    }
    String endpoint = DocumentResource.valueOf(receipt.resource()).endpoint();
    if (!TAKE_FILES.contains(endpoint)) {
      throw Trouble.NO_FILES_HERE.hopeless(endpoint);
    }
    if (!receipt.mayBeThere() && receipt.others() >= MOST_FILES) {
      throw Trouble.TOO_MANY_FILES.hopeless();
    }
    exchange.setVariable("endpoint", endpoint);
    exchange.getMessage().setHeader("XeroId", receipt.document());
    // Its document stands in that organisation, whatever the company is connected to by now.
    exchange.getMessage().setHeader("XeroTenantId", receipt.tenant());
    exchange.setVariable("receiptBy", receipt.mayBeThere() ? "LOOK" : "SEND");
  }
}
