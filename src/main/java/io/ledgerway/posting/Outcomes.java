package io.ledgerway.posting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Processor;

/** Outcomes for the sources: what a mapping reads of one, and that they were told. */
class Outcomes {

  private final Statements statements;
  private final Clock clock;

  Outcomes(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /** One row of history, as the source's {@code outcome} mapping reads it. */
  Processor open() {
    return exchange -> {
      Map<?, ?> row = exchange.getMessage().getBody(Map.class);
      exchange.setVariable("company", row.get("company"));
      Map<String, Object> outcome = new LinkedHashMap<>();
      outcome.put("posting", row.get("posting").toString());
      outcome.put("sourceId", row.get("source_id"));
      outcome.put("version", row.get("version"));
      outcome.put("company", row.get("company"));
      outcome.put("kind", row.get("kind"));
      outcome.put("state", row.get("state"));
      outcome.put("resource", row.get("resource"));
      outcome.put("xeroId", row.get("xero_id"));
      outcome.put("problems", problems((String) row.get("problems")));
      outcome.put("at", at(row.get("at")));
      exchange.getMessage().setBody(outcome);
    };
  }

  /** Remembers which outcomes are about to be told. */
  Processor note() {
    return exchange ->
        exchange.setVariable(
            "histories",
            ((List<?>) exchange.getMessage().getBody(List.class))
                .stream().map(row -> ((Map<?, ?>) row).get("history")).toList());
  }

  /** After the broker has them: variable {@code histories} holds the ids. */
  Processor told() {
    return exchange -> {
      List<?> told = exchange.getVariable("histories", List.class);
      statements
          .named("posting/told")
          .array("histories", "bigint", told)
          .value("now", clock.instant())
          .run();
    };
  }

  private static List<Map<String, Object>> problems(String json) {
    return Problems.read(json).stream()
        .map(
            problem -> {
              Map<String, Object> told = new LinkedHashMap<>();
              told.put("code", problem.code());
              told.put("message", problem.message());
              told.put("actor", problem.actor().name());
              told.put("action", problem.action());
              told.put("field", problem.field());
              return told;
            })
        .toList();
  }

  private static String at(Object value) {
    return (value instanceof OffsetDateTime at
            ? at.toInstant()
            : ((java.sql.Timestamp) value).toInstant())
        .toString();
  }
}
