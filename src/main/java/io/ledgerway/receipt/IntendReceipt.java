package io.ledgerway.receipt;

import io.ledgerway.digest.Sha256;
import io.ledgerway.work.Lease;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes down what is about to be sent, and under which name it can be found. */
class IntendReceipt implements Processor {

  private final ReceiptTable table;

  IntendReceipt(ReceiptTable table) {
    this.table = table;
  }

  @Override
  public void process(Exchange exchange) {
    DueReceipt receipt = exchange.getVariable(DueReceipt.VARIABLE, DueReceipt.class);
    Message file = exchange.getMessage();
    String hash = Sha256.of(file.getBody(byte[].class));
    table.intend(
        receipt,
        file.getHeader("XeroContentType", String.class),
        hash,
        exchange.getVariable(Lease.VARIABLE, Lease.class));
    // A call that is made again with a new token is the same one; Xero takes 128 characters.
    String call = receipt.document() + hash;
    file.setHeader(
        "Idempotency-Key", receipt.id() + "-" + receipt.attempts() + "-" + Sha256.of(call));
  }
}
