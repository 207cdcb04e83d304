package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.company.Expense;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.ReportState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report as the switches show it. */
record Brief(
    String reportID,
    String oldReportID,
    String workspace,
    String submitter,
    String name,
    ReportState state,
    Instant submitted,
    Instant approved,
    Instant reimbursed,
    long total,
    Set<String> labels,
    List<Map<String, Object>> expenses) {

  static Brief of(Report report) {
    return new Brief(
        report.id(),
        Long.toString(report.number()),
        report.workspace(),
        report.submitter(),
        report.name(),
        report.state(),
        report.submitted(),
        report.approved(),
        report.reimbursed(),
        report.total(),
        Set.copyOf(report.labels()),
        report.expenses().stream().map(Expense::fields).toList());
  }
}
