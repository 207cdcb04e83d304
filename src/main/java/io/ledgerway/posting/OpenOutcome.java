package io.ledgerway.posting;

import io.ledgerway.document.DocumentResource;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** One row of history, as the source's {@code outcome} mapping reads it. */
class OpenOutcome implements Processor {

  private final int problemBytes;

  OpenOutcome(int mostBytes) {
    // The mapping may say of a problem what it likes, as long as it does not say it twice.
    this.problemBytes = mostBytes / 2;
  }

  @Override
  public void process(Exchange exchange) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    String posting = row.get("posting").toString();
    exchange.setVariable("posting", posting);
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("posting", posting);
    outcome.put("sourceId", row.get("source_id"));
    outcome.put("version", row.get("version"));
    outcome.put("company", row.get("account"));
    outcome.put("kind", row.get("kind"));
    outcome.put("state", row.get("state"));
    outcome.put("resource", DocumentResource.valueOf(row.get("resource").toString()).endpoint());
    outcome.put("xeroId", row.get("xero_id"));
    outcome.put(
        "problems",
        new ToldProblems(posting, problemBytes)
            .of(ProblemsJson.read((String) row.get("problems"))));
    outcome.put("at", at(row.get("at")));
    exchange.getMessage().setBody(outcome);
  }

  private static String at(Object value) {
    return (value instanceof OffsetDateTime at ? at.toInstant() : ((Timestamp) value).toInstant())
        .toString();
  }
}
