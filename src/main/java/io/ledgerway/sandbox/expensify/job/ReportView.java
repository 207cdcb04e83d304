package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Person;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.ReportState;
import io.ledgerway.sandbox.expensify.company.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as a template sees it: sources.md 1.4. What has no value is missing, so that a template
 * without a default breaks.
 */
final class ReportView {

  private final Company company;
  private final Behaviour behaviour;
  private final ExpenseView expenses;
  private final DateTimeFormatter dates;

  ReportView(Company company, Behaviour behaviour, String address) {
    this.company = company;
    this.behaviour = behaviour;
    this.expenses = new ExpenseView(company, behaviour, address);
    this.dates =
        DateTimeFormatter.ofPattern(
                behaviour.datesWithTime() ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd")
            .withZone(ZoneId.of(behaviour.zone()));
  }

  String id(Report report) {
    return behaviour.numericIds() ? Long.toString(report.number()) : report.id();
  }

  Map<String, Object> of(Report report) {
    Workspace workspace = company.workspaces().get(report.workspace());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("reportID", id(report));
    view.put("oldReportID", Long.toString(report.number()));
    view.put("reportName", report.name());
    view.put("policyID", workspace.id());
    view.put("policyName", workspace.name());
    view.put("currency", workspace.outputCurrency());
    view.put("total", behaviour.negativeSpend() ? -report.total() : report.total());
    view.put("status", report.state().status());
    view.put("state", report.state().name());
    view.put("entryID", "");
    view.put("isACHReimbursed", report.state() == ReportState.REIMBURSED);
    put(view, "created", report.created());
    put(view, "submitted", report.submitted());
    put(view, "approved", report.approved());
    put(view, "reimbursed", report.reimbursed());
    people(view, report, workspace);
    view.put("actionList", report.history().stream().map(this::action).toList());
    Map<String, Object> custom = new LinkedHashMap<>();
    report
        .customFields()
        .forEach((name, value) -> custom.put(name.replaceAll("[^A-Za-z0-9]", "_"), value));
    view.put("customField", custom);
    view.put(
        "transactionList", report.expenses().stream().map(e -> expenses.of(report, e)).toList());
    return view;
  }

  private void people(Map<String, Object> view, Report report, Workspace workspace) {
    Person submitter = company.people().get(report.submitter());
    Person manager = company.people().get(workspace.owner());
    view.put("accountEmail", submitter.email());
    view.put("accountID", submitter.userId());
    view.put("submitter", names(submitter));
    view.put("submitterUserID", submitter.userId());
    view.put("submitterPayrollID", submitter.payrollId());
    view.put("employeeCustomField1", "");
    view.put("employeeCustomField2", "");
    view.put("managerEmail", manager.email());
    view.put("managerUserID", manager.userId());
    view.put("manager", names(manager));
    view.put(
        "approvers",
        report.approved() == null ? List.of() : List.of(approver(manager, report.approved())));
  }

  private Map<String, Object> approver(Person person, Instant at) {
    Map<String, Object> shown = names(person);
    shown.put("email", person.email());
    shown.put("date", dates.format(at));
    shown.put("employeeUserID", person.userId());
    return shown;
  }

  private static Map<String, Object> names(Person person) {
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("firstName", person.firstName());
    names.put("lastName", person.lastName());
    names.put("fullName", person.fullName());
    return names;
  }

  private Map<String, Object> action(Report.Action action) {
    return Map.of(
        "action", action.action(),
        "accountEmail", action.accountEmail(),
        "created", dates.format(action.created()),
        "details", Map.of("message", action.message()));
  }

  private void put(Map<String, Object> view, String name, Instant at) {
    if (at != null) {
      view.put(name, dates.format(at));
    }
  }
}
