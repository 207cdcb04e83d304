package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.Role;
import io.ledgerway.export.ChosenSchedule;
import io.ledgerway.export.ExportMode;
import io.ledgerway.export.ExportSchedule;
import io.ledgerway.export.ExportSchedules;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.Sources;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When documents go out: of the company, and of a source that differs. */
@Controller
@Hidden
@Allowed(Role.FINANCE)
@RequestMapping("/export/settings")
class ExportSettingsPages {

  private final ExportSchedules schedules;
  private final Sources sources;

  ExportSettingsPages(ExportSchedules schedules, Sources sources) {
    this.schedules = schedules;
    this.sources = sources;
  }

  /**
   * A form.
   *
   * @param source null of the company's own
   * @param title whose it is
   */
  record Whose(String source, String title, ChosenSchedule chosen) {}

  @GetMapping
  @Allowed(Role.VIEWER)
  String page(Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    List<Whose> all = new java.util.ArrayList<>();
    all.add(new Whose(null, "All sources", schedules.of(company, null)));
    sources
        .all()
        .forEach(
            each ->
                all.add(new Whose(each.name(), each.title(), schedules.of(company, each.name()))));
    model.addAttribute("all", all);
    model.addAttribute("modes", ExportMode.values());
    model.addAttribute("weekdays", DayOfWeek.values());
    return "hub/export-settings";
  }

  @PostMapping
  String chooseSchedule(
      Visit visit,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String mode,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime at,
      @RequestParam(required = false) DayOfWeek weekday,
      @RequestParam(required = false) Integer day,
      @RequestParam(defaultValue = "") String runsAs,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    String company = visit.company().id();
    String of = source.isBlank() ? null : source;
    if (of != null && sources.find(of).isEmpty()) {
      throw WrongAddress.noSuchPage();
    }
    try {
      Object before = said(schedules.of(company, of));
      if (of != null && mode.isBlank()) {
        schedules.follow(company, of);
      } else {
        schedules.choose(company, of, chosen(mode, at, weekday, day, visit, runsAs));
      }
      Audit.changed(before, said(schedules.of(company, of)));
      told.addFlashAttribute("done", "Saved. It counts for everything that has not gone out yet.");
      return "redirect:/export/settings?company=" + company;
    } catch (ChoicesRefused | IllegalArgumentException e) {
      response.setStatus(422);
      model.addAttribute(
          "notDone",
          e instanceof ChoicesRefused refused
              ? refused.plainMessage()
              : "Choose when they go out.");
      return page(visit, model);
    }
  }

  /** Fields that do not belong to the mode are left aside: a form always sends them. */
  private static ExportSchedule chosen(
      String mode, LocalTime at, DayOfWeek weekday, Integer day, Visit visit, String runsAs) {
    ExportMode chosen = ExportMode.valueOf(mode);
    return ExportSchedule.chosen(
        chosen,
        chosen.hasTimeOfDay() ? at : null,
        chosen == ExportMode.WEEKLY ? weekday : null,
        chosen == ExportMode.MONTHLY ? day : null,
        runsAs.isBlank() ? visit.login() : runsAs);
  }

  private static Map<String, Object> said(ChosenSchedule chosen) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("mode", chosen.schedule().mode());
    said.put("at", String.valueOf(chosen.schedule().at()));
    said.put("runsAs", String.valueOf(chosen.schedule().runsAs()));
    said.put("own", chosen.own());
    return said;
  }
}
