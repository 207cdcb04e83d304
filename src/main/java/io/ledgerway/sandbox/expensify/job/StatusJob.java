package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Move;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.ReportState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marks reports as reimbursed: sources.md 1.3 e. What it skips is no error. */
@Component
class StatusJob implements Job {

  private final Company company;
  private final Behaviours behaviours;
  private final SandboxClock clock;

  StatusJob(Company company, Behaviours behaviours, SandboxClock clock) {
    this.company = company;
    this.behaviours = behaviours;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "update/reportStatus";
  }

  @Override
  public JobResult run(JobRequest request) {
    String status = request.text(request.input(), "status");
    if (!status.equals("REIMBURSED")) {
      throw new JobError(410, "Status '" + status + "' is not supported");
    }
    List<String> wanted = JobRequest.list(request.filters(), "reportIDList");
    if (wanted.isEmpty()) {
      throw JobError.missing("reportIDList");
    }
    List<String> done = new ArrayList<>();
    List<Map<String, Object>> skipped = new ArrayList<>();
    for (String id : wanted) {
      String reason = reimburse(request, company.report(id));
      if (reason == null) {
        done.add(id);
      } else {
        skipped.add(Map.of("reportID", id, "reason", reason));
      }
    }
    return answer(done, skipped);
  }

  /** Null when it is done, else why not. */
  private String reimburse(JobRequest request, Report report) {
    if (report == null || !request.by().isAdmin(report.workspace())) {
      return "Report was not found";
    }
    if (report.state() != ReportState.APPROVED) {
      return "Report is in status '" + report.state().status() + "'";
    }
    Move.REIMBURSE.of(report, request.by().email(), clock.instant());
    return null;
  }

  private JobResult answer(List<String> done, List<Map<String, Object>> skipped) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("skippedReports", skipped);
    answer.put("reportIDs", done);
    if (behaviours.now().failedReportsShown()) {
      answer.put("failedReports", List.of());
    }
    boolean partial = !skipped.isEmpty() && behaviours.now().partialAs207();
    return JobResult.envelope(partial ? 207 : 200, answer).about(done.size());
  }
}
