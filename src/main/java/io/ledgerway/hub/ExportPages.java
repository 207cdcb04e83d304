package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.export.Begun;
import io.ledgerway.export.ExportRuns;
import io.ledgerway.export.ExportSchedules;
import io.ledgerway.export.Wanted;
import io.ledgerway.setup.CompanyStates;
import io.ledgerway.story.ExportReader;
import io.ledgerway.story.ExportView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is ready and what it will be in Xero; sending it, and what became of that. */
@Controller
@Hidden
@Allowed(Role.FINANCE)
@RequestMapping("/export")
class ExportPages {

  private static final int LATEST = 20;

  private final ReadyDocuments ready;
  private final ExportRuns runs;
  private final ExportReader reader;
  private final ExportSchedules schedules;
  private final CompanyStates states;

  ExportPages(
      ReadyDocuments ready,
      ExportRuns runs,
      ExportReader reader,
      ExportSchedules schedules,
      CompanyStates states) {
    this.ready = ready;
    this.runs = runs;
    this.reader = reader;
    this.schedules = schedules;
    this.states = states;
  }

  @GetMapping
  @Allowed(Role.VIEWER)
  String page(Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    model.addAttribute("ready", ready.of(company));
    model.addAttribute("largest", ready.largest(company));
    model.addAttribute("schedule", schedules.of(company, null));
    model.addAttribute("runs", reader.page(company, null, LATEST).items());
    return "hub/export";
  }

  /** Pressed twice, or by two: the second finds the first one's export. */
  @PostMapping
  String exportDocuments(
      Visit visit,
      @RequestParam(name = "id", required = false) List<UUID> ids,
      RedirectAttributes told) {
    String company = visit.company().id();
    states.requireActive(company);
    Begun begun = runs.request(company, new Wanted(null, ids, null));
    if (begun.run() == null) {
      told.addFlashAttribute("notDone", "Nothing is left to send.");
      return "redirect:/export?company=" + company;
    }
    if (!begun.begun()) {
      told.addFlashAttribute("done", "This export is under way already. Nothing is sent twice.");
    }
    return "redirect:/export/runs/%s?company=%s".formatted(begun.run(), company);
  }

  /** How far an export is; the page looks again by itself while anything is on its way. */
  @GetMapping("/runs/{run}")
  @Allowed(Role.VIEWER)
  String run(Visit visit, @PathVariable UUID run, Model model) {
    ExportView export = reader.one(visit.company().id(), run).orElseThrow(WrongAddress::noSuchPage);
    model.addAttribute("export", export);
    model.addAttribute("running", export.state().equals("RUNNING"));
    long waiting =
        List.of("RECEIVED", "READY", "SENDING", "UNCERTAIN").stream()
            .mapToLong(state -> export.states().getOrDefault(state, 0L))
            .sum();
    model.addAttribute("settled", Math.max(0, export.documents() - waiting));
    return "hub/export-run";
  }
}
