package io.ledgerway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.DemoApplication.DemoPorts;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineSettings;
import io.ledgerway.local.SandboxProcess;
import java.util.Map;

/** The short table at the end of the demo's start, and where to look next. */
record DemoReport(
    DemoPorts ports,
    EngineSettings settings,
    EngineApi engine,
    SandboxProcess sandbox,
    String company,
    String reportsCompany) {

  String text(int sent) {
    Map<String, Long> summary = engine.summary(company);
    Map<String, Long> reports = engine.summary(reportsCompany);
    String address = "http://localhost:" + ports.engine();
    return """

    Company %s: expenses from Kafka into the sandbox Xero

      sent to perk.expenses   %5d
      received                %5d
      posted                  %5d
      held                    %5d   %s/api/v1/companies/%s/postings?state=HELD
      dead letters            %5d   %s/api/v1/dead-letters
      Xero calls              %5d   of them writes: %d

    Company %s: Expensify's reports into journals of another organisation

      reports read            %5d
      posted                  %5d
      held                    %5d   %s/api/v1/companies/%s/postings?state=HELD
      nothing to post         %5d

      Hub       %s
      API docs  %s/api/docs
      Sandbox   %s
      Expensify http://localhost:%d
      Postgres  jdbc:postgresql://localhost:%d/postgres  postgres/postgres
      Kafka     localhost:%d

      Sign in   admin / %s   to the hub
      API key   curl -H 'X-API-Key: %s' %s/api/v1/companies/%s/postings/summary

    Ctrl-C ends everything; nothing is kept.
    """
        .formatted(
            company,
            sent,
            summary.values().stream().mapToLong(Long::longValue).sum(),
            summary.getOrDefault("POSTED", 0L),
            summary.getOrDefault("HELD", 0L),
            address,
            company,
            engine.deadLetters().size(),
            address,
            calls(null),
            calls("PUT"),
            reportsCompany,
            reports.values().stream().mapToLong(Long::longValue).sum(),
            reports.getOrDefault("POSTED", 0L),
            reports.getOrDefault("HELD", 0L),
            address,
            reportsCompany,
            reports.getOrDefault("NOTHING_TO_POST", 0L),
            address,
            address,
            sandbox.uri(),
            ports.expensify(),
            ports.postgres(),
            ports.kafka(),
            settings.adminPassword(),
            settings.apiKey(),
            address,
            company);
  }

  /** Calls of the API: tokens and connections count against no limit. */
  private long calls(String method) {
    long calls = 0;
    for (JsonNode row : sandbox.switches().callSummary()) {
      if (row.hasNonNull("tenantId")
          && (method == null || row.path("method").asText().equals(method))) {
        calls += row.path("count").asLong();
      }
    }
    return calls;
  }
}
