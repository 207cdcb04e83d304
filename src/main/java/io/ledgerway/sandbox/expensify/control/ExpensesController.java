package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Expense;
import io.ledgerway.sandbox.expensify.company.Report;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with expenses; admins may do it to approved ones too. */
@RestController
class ExpensesController {

  /** To which report. */
  record To(String reportID) {}

  private final Company company;
  private final SandboxClock clock;

  ExpensesController(Company company, SandboxClock clock) {
    this.company = company;
    this.clock = clock;
  }

  @PostMapping("/sandbox/reports/{id}/expenses")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> add(@PathVariable String id, @RequestBody Map<String, Object> fields) {
    return company.alone(
        () -> company.add(Known.report(company, id), fields, clock.instant()).fields());
  }

  /** A null takes a field away. */
  @PatchMapping("/sandbox/expenses/{transaction}")
  Map<String, Object> change(
      @PathVariable String transaction, @RequestBody Map<String, Object> changes) {
    return company.alone(
        () -> {
          Report report = company.holder(transaction);
          Expense expense = find(report, transaction);
          expense.change(changes);
          report.touch(clock.instant());
          return expense.fields();
        });
  }

  /** It keeps its id. */
  @PostMapping("/sandbox/expenses/{transaction}/move")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void move(@PathVariable String transaction, @RequestBody To to) {
    company.alone(
        () -> {
          Report target = Known.report(company, to.reportID());
          Report source = company.holder(transaction);
          Expense expense = find(source, transaction);
          source.expenses().remove(expense);
          source.touch(clock.instant());
          target.expenses().add(expense);
          target.touch(clock.instant());
          return null;
        });
  }

  @DeleteMapping("/sandbox/expenses/{transaction}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String transaction) {
    company.alone(
        () -> {
          Report report = company.holder(transaction);
          report.expenses().remove(find(report, transaction));
          report.touch(clock.instant());
          return null;
        });
  }

  private static Expense find(Report report, String transaction) {
    return report.expenses().stream()
        .filter(one -> one.id().equals(transaction))
        .findFirst()
        .orElseThrow();
  }
}
