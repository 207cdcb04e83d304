package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.expensify.company.Company;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists the workspaces that a credential sees: sources.md 1.3 c. */
@Component
class WorkspacesJob implements Job {

  private final Company company;

  WorkspacesJob(Company company) {
    this.company = company;
  }

  @Override
  public String name() {
    return "get/policyList";
  }

  @Override
  public JobResult run(JobRequest request) {
    boolean adminOnly = request.input().path("adminOnly").asBoolean();
    List<Map<String, Object>> list = new ArrayList<>();
    company
        .workspaces()
        .values()
        .forEach(
            workspace -> {
              String role = request.by().role(workspace.id());
              if (role != null && (!adminOnly || role.equals("admin"))) {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("id", workspace.id());
                shown.put("name", workspace.name());
                shown.put("owner", workspace.owner());
                shown.put("role", role);
                shown.put("outputCurrency", workspace.outputCurrency());
                shown.put("type", workspace.type());
                list.add(shown);
              }
            });
    return JobResult.fine(Map.of("policyList", list));
  }
}
