package io.ledgerway.receipt;

import io.ledgerway.fetch.Fetched;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Fetches the receipt from its source; the body is then the file, and never on a disk. */
class FetchReceipt implements Processor {

  private final ReceiptFiles files;

  FetchReceipt(ReceiptFiles files) {
    this.files = files;
  }

  @Override
  public void process(Exchange exchange) {
    DueReceipt receipt = exchange.getVariable(DueReceipt.VARIABLE, DueReceipt.class);
    Fetched file = files.fetch(receipt.source(), receipt.url());
    FileType.Sent type = FileType.of(file.content(), file.contentType());
    if (type == null) {
      throw Trouble.TYPE_NOT_TAKEN.hopeless(
          file.contentType() == null ? "of no type" : shortly(file.contentType()));
    }
    String name =
        receipt.name() != null
            ? receipt.name()
            : AttachmentName.of(receipt.fileName(), type.ending(), receipt.id());
    exchange.setVariable(DueReceipt.VARIABLE, receipt.sentAs(name, file.content().length));
    exchange.getMessage().setBody(file.content());
    exchange.getMessage().setHeader("XeroContentType", type.contentType());
    exchange.getMessage().setHeader("XeroFileName", name);
  }

  private static String shortly(String type) {
    return type.length() < 80 ? type : type.substring(0, 80) + "…";
  }
}
