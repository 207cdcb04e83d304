package io.ledgerway.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Parts a batch so that what is held of it at once, several times its own size, is bounded by bytes
 * and not by the number of records. The order stays. Thread-safe.
 */
class Portions implements Processor {

  private static final int MAX_BYTES = 2_000_000;

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    exchange
        .getMessage()
        .setBody(of((List<IncomingRecord>) exchange.getMessage().getBody(List.class)));
  }

  static List<List<IncomingRecord>> of(List<IncomingRecord> records) {
    List<List<IncomingRecord>> portions = new ArrayList<>();
    int room = 0;
    for (IncomingRecord record : records) {
      if (portions.isEmpty() || record.bytes() > room) {
        portions.add(new ArrayList<>());
        room = MAX_BYTES;
      }
      portions.get(portions.size() - 1).add(record);
      room -= record.bytes();
    }
    return portions;
  }
}
