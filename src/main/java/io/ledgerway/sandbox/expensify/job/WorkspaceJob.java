package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells categories, tags, taxes and report fields: sources.md 1.3 d. */
@Component
class WorkspaceJob implements Job {

  private final Company company;
  private final Behaviours behaviours;

  WorkspaceJob(Company company, Behaviours behaviours) {
    this.company = company;
    this.behaviours = behaviours;
  }

  @Override
  public String name() {
    return "get/policy";
  }

  @Override
  public JobResult run(JobRequest request) {
    JsonNode ids = request.input().path("policyIDList");
    if (ids.isMissingNode()) {
      throw JobError.missing("policyIDList");
    }
    // An array here, unlike in the filters of an export.
    if (!ids.isArray()) {
      throw JobError.malformed("policyIDList");
    }
    JsonNode fields = request.input().path("fields");
    if (!fields.isArray() || fields.isEmpty()) {
      throw JobError.missing("fields");
    }
    Map<String, Object> info = new LinkedHashMap<>();
    for (JsonNode id : ids) {
      info.put(id.asText(), show(Workspaces.seen(company, request, id.asText(), false), fields));
    }
    return JobResult.fine(Map.of("policyInfo", info));
  }

  private Map<String, Object> show(Workspace workspace, JsonNode fields) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (JsonNode field : fields) {
      switch (field.asText()) {
        case "categories" -> shown.put("categories", workspace.categories().values());
        case "tags" ->
            shown.put("tags", TagView.of(workspace.levels(), behaviours.now().tagShape()));
        case "tax" -> shown.put("tax", tax(workspace, behaviours.now()));
        case "reportFields" ->
            shown.put(
                "reportFields",
                List.of(
                    Map.of(
                        "name", "Month",
                        "type", "dropdown",
                        "values", List.of("2026-09", "2026-10", "2026-11"))));
        default -> {
          // What is not known is left out without a word.
        }
      }
    }
    return shown;
  }

  private static Map<String, Object> tax(Workspace workspace, Behaviour behaviour) {
    Map<String, Object> tax = new LinkedHashMap<>();
    if (!workspace.taxRates().isEmpty()) {
      tax.put("default", workspace.taxRates().get(0).rateID());
      tax.put("name", workspace.taxName());
      tax.put(
          "rates",
          workspace.taxRates().stream()
              .map(
                  rate ->
                      Map.of(
                          "rateID",
                          rate.rateID(),
                          "name",
                          rate.name(),
                          "rate",
                          behaviour.rateAsText() ? rate.rate().toPlainString() : rate.rate()))
              .toList());
    }
    return tax;
  }
}
