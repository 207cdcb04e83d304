package io.ledgerway.sandbox.expensify.company;

import io.ledgerway.sandbox.SandboxClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * All that the double holds. Nothing in it is thread-safe by itself: whoever reads or writes does
 * so in {@link #alone}.
 */
@Component
public class Company {

  private final SandboxClock clock;
  private final Map<String, Workspace> workspaces = new LinkedHashMap<>();
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Credential> credentials = new LinkedHashMap<>();
  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final AtomicLong labelsSet = new AtomicLong();
  private Numbers numbers = new Numbers();

  Company(SandboxClock clock) {
    this.clock = clock;
    reset();
  }

  public synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /** Back to the start state. */
  public final synchronized void reset() {
    workspaces.clear();
    people.clear();
    credentials.clear();
    reports.clear();
    labelsSet.set(0);
    numbers = new Numbers();
    StartState.fill(this, clock.instant());
  }

  public Map<String, Workspace> workspaces() {
    return workspaces;
  }

  public Map<String, Person> people() {
    return people;
  }

  /** By {@code partnerUserID}. */
  public Map<String, Credential> credentials() {
    return credentials;
  }

  public Collection<Report> reports() {
    return reports.values();
  }

  /** How often a label was set on a report by {@code markAsExported}. */
  public AtomicLong labelsSet() {
    return labelsSet;
  }

  /** By its id in either shape; null when there is none. */
  public Report report(String id) {
    Report found = reports.get(id);
    return found != null || id.isEmpty() || !Character.isDigit(id.charAt(0))
        ? found
        : reports.values().stream()
            .filter(report -> Long.toString(report.number()).equals(id))
            .findFirst()
            .orElse(null);
  }

  /**
   * @param workspace its id
   * @param submitter an e-mail; who is not known becomes known
   * @throws NoSuchElementException when there is no such workspace
   */
  public Report open(String workspace, String submitter, String name, Instant at) {
    if (!workspaces.containsKey(workspace)) {
      throw new NoSuchElementException("There is no workspace " + workspace);
    }
    people.computeIfAbsent(submitter, StartState::stranger);
    long number = numbers.nextReport();
    Report report = new Report(Numbers.report(number), number, workspace, submitter, name, at);
    reports.put(report.id(), report);
    return report;
  }

  /**
   * Adds an expense with an id of its own unless it has one.
   *
   * @throws IllegalArgumentException when a field is not known
   */
  public Expense add(Report report, Map<String, ?> fields, Instant at) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("transactionID", numbers.nextExpense());
    all.put("currency", workspaces.get(report.workspace()).outputCurrency());
    all.put("created", at.toString().substring(0, 10));
    all.put("inserted", at.toString().substring(0, 19).replace('T', ' '));
    all.put("reimbursable", true);
    all.put("billable", false);
    all.putAll(fields);
    Expense expense = new Expense(all);
    report.expenses().add(expense);
    report.touch(at);
    return expense;
  }

  /** Takes a report away; what a client is told of it is nothing. */
  public void delete(Report report) {
    if (report.state() != ReportState.OPEN && report.state() != ReportState.SUBMITTED) {
      throw new IllegalArgumentException(
          "A report can be deleted only while it is open or processing; this one is "
              + report.state());
    }
    reports.remove(report.id());
  }

  /**
   * The report that holds an expense.
   *
   * @throws NoSuchElementException when there is none
   */
  public Report holder(String transaction) {
    return reports.values().stream()
        .filter(report -> report.expenses().stream().anyMatch(e -> e.id().equals(transaction)))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no expense " + transaction));
  }

  /** All reports that a credential sees, the oldest first. */
  public List<Report> seenBy(Credential credential) {
    List<Report> seen = new ArrayList<>();
    reports.values().stream().filter(credential::sees).forEach(seen::add);
    return seen;
  }
}
