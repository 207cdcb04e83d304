package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.ManyReports;
import io.ledgerway.sandbox.expensify.company.Move;
import io.ledgerway.sandbox.expensify.company.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with reports on the site. */
@RestController
@RequestMapping("/sandbox/reports")
class ReportsController {

  /**
   * @param expenses fields by the names that templates read them by
   */
  record Wanted(
      String workspace, String submitter, String name, List<Map<String, Object>> expenses) {}

  /**
   * What is left out stays.
   *
   * @param totalOff cents by which the total shall differ from the sum
   */
  record Change(String name, Long totalOff, Map<String, String> customFields) {}

  /**
   * @param at when it is said to have happened; now when left out
   */
  record When(Instant at) {}

  private final Company company;
  private final SandboxClock clock;

  ReportsController(Company company, SandboxClock clock) {
    this.company = company;
    this.clock = clock;
  }

  @GetMapping
  List<Brief> list(@RequestParam(required = false) String workspace) {
    return company.alone(
        () ->
            company.reports().stream()
                .filter(one -> workspace == null || workspace.equals(one.workspace()))
                .map(Brief::of)
                .toList());
  }

  @GetMapping("/{id}")
  Brief get(@PathVariable String id) {
    return company.alone(() -> Brief.of(Known.report(company, id)));
  }

  /** Opens one; it is then to be submitted and approved. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Brief open(@RequestBody Wanted wanted) {
    return company.alone(
        () -> {
          Report report =
              company.open(wanted.workspace(), wanted.submitter(), wanted.name(), clock.instant());
          if (wanted.expenses() != null) {
            wanted.expenses().forEach(one -> company.add(report, one, clock.instant()));
          }
          return Brief.of(report);
        });
  }

  @PostMapping("/generate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void generate(@RequestBody ManyReports wanted) {
    company.alone(
        () -> {
          wanted.into(company, clock.instant());
          return null;
        });
  }

  @PatchMapping("/{id}")
  Brief change(@PathVariable String id, @RequestBody Change change) {
    return company.alone(
        () -> {
          Report report = Known.report(company, id);
          if (change.name() != null) {
            report.rename(change.name(), clock.instant());
          }
          if (change.totalOff() != null) {
            report.totalOff(change.totalOff(), clock.instant());
          }
          if (change.customFields() != null) {
            report.customFields().putAll(change.customFields());
          }
          return Brief.of(report);
        });
  }

  /** submit, approve, unapprove, retract, reimburse, close, reopen. */
  @PostMapping("/{id}/{move}")
  Brief move(
      @PathVariable String id,
      @PathVariable String move,
      @RequestBody(required = false) When when) {
    return company.alone(
        () -> {
          Report report = Known.report(company, id);
          Instant at = when == null || when.at() == null ? clock.instant() : when.at();
          Move.named(move).of(report, report.submitter(), at);
          return Brief.of(report);
        });
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id) {
    company.alone(
        () -> {
          company.delete(Known.report(company, id));
          return null;
        });
  }
}
