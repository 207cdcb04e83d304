package io.ledgerway.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Lets events be judged that came by no topic, on behalf of one company, whose id is the variable
 * {@code company}.
 */
class EventsToJudge {

  private EventsToJudge() {}

  /** Records of the events in the body, each a {@code byte[]}; their offsets number them. */
  static Processor asRecords(Clock clock) {
    return exchange -> {
      String company = exchange.getVariable("company", String.class);
      List<IncomingRecord> records = new ArrayList<>();
      for (Object value : exchange.getMessage().getBody(List.class)) {
        records.add(
            new IncomingRecord(
                "none",
                0,
                records.size(),
                0,
                company,
                (byte[]) value,
                List.of(),
                clock.instant(),
                null));
      }
      exchange.getMessage().setBody(records);
    };
  }

  /** What became of them, in their order, as {@link Judged}. */
  static void judged(Exchange exchange) {
    JudgedRecords records = exchange.getMessage().getBody(JudgedRecords.class);
    exchange
        .getMessage()
        .setBody(
            Stream.concat(
                    records.entries().stream().map(Judged::of),
                    records.refusals().stream().map(Judged::of))
                .sorted(Comparator.comparingInt(Judged::index))
                .toList());
  }
}
