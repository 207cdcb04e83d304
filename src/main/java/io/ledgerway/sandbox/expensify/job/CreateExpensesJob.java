package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Expense;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.ReportState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Creates expenses; where none is open for them, a report is opened: sources.md 1.3 g. */
@Component
class CreateExpensesJob implements Job {

  private static final Set<String> TAKEN =
      Set.of("merchant", "created", "currency", "category", "tag", "externalID", "comment");

  private final Company company;
  private final SandboxClock clock;

  CreateExpensesJob(Company company, SandboxClock clock) {
    this.company = company;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "create/expenses";
  }

  @Override
  public JobResult run(JobRequest request) {
    String employee = request.text(request.input(), "employeeEmail");
    JsonNode wanted = request.input().path("transactionList");
    if (!wanted.isArray() || wanted.isEmpty()) {
      throw JobError.missing("transactionList");
    }
    for (JsonNode one : wanted) {
      request.text(one, "merchant");
      request.text(one, "created");
      request.text(one, "currency");
      if (!one.path("amount").isIntegralNumber()) {
        throw JobError.malformed("amount");
      }
    }
    List<Map<String, Object>> made = new ArrayList<>();
    for (JsonNode one : wanted) {
      made.add(create(request, employee, one));
    }
    return JobResult.fine(Map.of("transactionList", made));
  }

  private Map<String, Object> create(JobRequest request, String employee, JsonNode wanted) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("amount", wanted.get("amount").asLong());
    TAKEN.forEach(
        name -> {
          if (wanted.hasNonNull(name)) {
            fields.put(name, wanted.get(name).asText());
          }
        });
    Report report = report(request, employee, wanted);
    Expense expense = company.add(report, fields, clock.instant());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("amount", expense.cents("amount"));
    shown.put("reportID", report.id());
    shown.put("created", expense.text("created"));
    shown.put("merchant", expense.text("merchant"));
    shown.put("currency", expense.text("currency"));
    shown.put("comment", expense.text("comment"));
    shown.put("tag", expense.text("tag"));
    shown.put("mcc", 0);
    shown.put("category", fields.getOrDefault("category", "Uncategorized"));
    shown.put("transactionID", expense.id());
    return shown;
  }

  private Report report(JobRequest request, String employee, JsonNode wanted) {
    String workspace =
        wanted
            .path("policyID")
            .asText(request.by().roles().keySet().stream().findFirst().orElse(""));
    Workspaces.seen(company, request, workspace, true);
    return company.reports().stream()
        .filter(one -> one.workspace().equals(workspace) && one.submitter().equals(employee))
        .filter(one -> one.state() == ReportState.OPEN)
        .findFirst()
        .orElseGet(() -> company.open(workspace, employee, "Expense Report", clock.instant()));
  }
}
