package io.ledgerway.sandbox.expensify.page;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.behaviour.Faults;
import io.ledgerway.sandbox.expensify.calls.Limits;
import io.ledgerway.sandbox.expensify.calls.RequestLog;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Report;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Workspaces, reports, credentials and what they used, faults, behaviour, the last requests. */
@Controller
class OverviewPage {

  private static final int MOST_REPORTS = 60;
  private static final int LAST_REQUESTS = 20;

  /** A report in one line. */
  record Row(Report report, String workspace, String total, int expenses) {}

  private final Company company;
  private final Behaviours behaviours;
  private final Faults faults;
  private final Limits limits;
  private final RequestLog log;
  private final SandboxClock clock;

  OverviewPage(
      Company company,
      Behaviours behaviours,
      Faults faults,
      Limits limits,
      RequestLog log,
      SandboxClock clock) {
    this.company = company;
    this.behaviours = behaviours;
    this.faults = faults;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("rows", company.alone(this::rows));
    model.addAttribute("reports", company.alone(() -> company.reports().size()));
    model.addAttribute(
        "workspaces", company.alone(() -> List.copyOf(company.workspaces().values())));
    model.addAttribute(
        "credentials", company.alone(() -> List.copyOf(company.credentials().values())));
    model.addAttribute("allowed", limits.allowed());
    model.addAttribute("used", limits.used());
    model.addAttribute("labels", company.labelsSet().get());
    model.addAttribute("faults", faults.list());
    model.addAttribute("behaviour", behaviours.now().toString().replaceAll("^\\w+\\[|]$", ""));
    model.addAttribute("requests", log.find(null, null, null, LAST_REQUESTS));
    model.addAttribute("now", clock.instant().toString());
    model.addAttribute("ahead", clock.ahead());
    return "overview";
  }

  private List<Row> rows() {
    return company.reports().stream()
        .limit(MOST_REPORTS)
        .map(
            report ->
                new Row(
                    report,
                    company.workspaces().get(report.workspace()).name(),
                    BigDecimal.valueOf(report.total(), 2).toPlainString()
                        + " "
                        + company.workspaces().get(report.workspace()).outputCurrency(),
                    report.expenses().size()))
        .toList();
  }
}
