package io.ledgerway.settling;

import io.ledgerway.sending.Batch;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Asks Xero for whatever was made or changed of a batch's resource on its days since it was sent:
 * among that would be a document whose marker somebody has edited.
 */
class LookAlikeQuery implements Processor {

  /** By how much our clock may be ahead of Xero's, at most. */
  private static final Duration MARGIN = Duration.ofDays(1);

  @Override
  public void process(Exchange exchange) {
    Batch batch = Batch.of(exchange);
    Message message = exchange.getMessage();
    message.setBody(null);
    message.setHeader("XeroWhere", LookUpQuery.days(batch));
    message.setHeader("XeroPage", 1);
    message.setHeader("If-Modified-Since", batch.intendedAt().minus(MARGIN));
  }
}
