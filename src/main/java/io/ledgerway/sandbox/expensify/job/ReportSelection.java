package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.ReportState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which reports an export takes: sources.md 1.3 a and 1.7. */
final class ReportSelection {

  private final JobRequest request;
  private final Behaviour behaviour;
  private final Instant now;
  private final Set<ReportState> states;
  private final List<String> ids;
  private final List<String> workspaces;
  private final LocalDate start;
  private final LocalDate end;
  private final LocalDate approvedAfter;
  private final String label;
  private final String employee;

  /**
   * @throws JobError when a filter is missing or wrong
   */
  ReportSelection(JobRequest request, Behaviour behaviour, Instant now) {
    this.request = request;
    this.behaviour = behaviour;
    this.now = now;
    JsonNode filters = request.filters();
    ids = JobRequest.list(filters, "reportIDList");
    workspaces = JobRequest.list(filters, "policyIDList");
    start = date(filters, "startDate");
    end = date(filters, "endDate");
    approvedAfter = date(filters, "approvedAfter");
    label = filters.path("markedAsExported").asText("");
    employee = request.input().path("employeeEmail").asText("");
    states = states(request.input().path("reportState").asText(""));
    check();
  }

  private void check() {
    if (ids.isEmpty() && start == null && approvedAfter == null) {
      throw JobError.missing("reportIDList, startDate or approvedAfter");
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (start != null && (end == null ? today : end).isAfter(start.plusYears(1))) {
      throw new JobError(
          410,
          end == null
              ? "'endDate' is required when 'startDate' is more than a year ago"
              : "The time between 'startDate' and 'endDate' cannot be more than a year");
    }
    if (!employee.isEmpty() && !request.by().actsForOthers()) {
      throw new JobError(500, "Not authorized to authenticate as user " + employee);
    }
  }

  List<Report> of(Company company) {
    List<Report> chosen = new ArrayList<>();
    for (Report report : company.seenBy(request.by())) {
      if (takes(report)) {
        chosen.add(report);
      }
    }
    int most = request.input().path("limit").asInt(Integer.MAX_VALUE);
    return most > 0 && most < chosen.size() ? chosen.subList(0, most) : chosen;
  }

  private boolean takes(Report report) {
    return states.contains(report.state())
        && !report.changed().plusSeconds(behaviour.lagSeconds()).isAfter(now)
        && (ids.isEmpty() || ids.contains(report.id()) || ids.contains("" + report.number()))
        && (workspaces.isEmpty() || workspaces.contains(report.workspace()))
        && (label.isEmpty() || !report.labels().contains(label))
        && (employee.isEmpty() || employee.equalsIgnoreCase(report.submitter()))
        && inDates(report)
        && wasApproved(report);
  }

  /** By the later of created and submitted; both ends count. */
  private boolean inDates(Report report) {
    Instant later = report.submitted() == null ? report.created() : report.submitted();
    LocalDate day = day(later);
    return (start == null || !day.isBefore(start)) && (end == null || !day.isAfter(end));
  }

  private boolean wasApproved(Report report) {
    if (approvedAfter == null) {
      return true;
    }
    if (report.approved() == null
        || (report.state() == ReportState.REIMBURSED
            && !behaviour.approvedAfterFindsReimbursed())) {
      return false;
    }
    LocalDate day = day(report.approved());
    return behaviour.approvedAfterInclusive()
        ? !day.isBefore(approvedAfter)
        : day.isAfter(approvedAfter);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static LocalDate date(JsonNode in, String name) {
    String text = in.path(name).asText("");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new JobError(410, "Malformed date '" + text + "'. Expected format is yyyy-MM-dd");
    }
  }

  private static Set<ReportState> states(String text) {
    Set<ReportState> states = EnumSet.noneOf(ReportState.class);
    for (String one : text.split(",")) {
      if (!one.isBlank()) {
        states.add(
            Arrays.stream(ReportState.values())
                .filter(state -> state.name().equals(one.trim()))
                .findFirst()
                .orElseThrow(() -> JobError.malformed("reportState")));
      }
    }
    return states.isEmpty() ? EnumSet.allOf(ReportState.class) : states;
  }
}
