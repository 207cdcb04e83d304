package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.company.CompanyView;
import io.ledgerway.hub.OverviewFigures.Documents;
import io.ledgerway.source.CompanySource;
import io.ledgerway.source.CompanySources;
import io.ledgerway.story.DocumentCounts;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Is all well, and if not, where to go. */
@Controller
@Hidden
@Allowed(Role.VIEWER)
class Overview {

  private static final int DAYS = 30;

  private final OverviewFigures figures;
  private final DocumentCounts counts;
  private final CompanyReader companies;
  private final CompanySources sources;
  private final ShownSources shown;
  private final Clock clock;

  Overview(
      OverviewFigures figures,
      DocumentCounts counts,
      CompanyReader companies,
      CompanySources sources,
      ShownSources shown,
      Clock clock) {
    this.figures = figures;
    this.counts = counts;
    this.companies = companies;
    this.sources = sources;
    this.shown = shown;
    this.clock = clock;
  }

  /**
   * A source with what came from it.
   *
   * @param blocked what stands in the way of asking it; null when nothing does
   */
  record SourceRow(String name, String title, boolean enabled, String blocked) {}

  @GetMapping("/")
  String show(Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    ZoneId zone = (ZoneId) model.getAttribute("zone");
    Documents documents = figures.documents(company, zone, DAYS);
    List<SourceRow> rows = sources(company, documents);
    model.addAttribute("now", clock.instant());
    model.addAttribute("documents", documents);
    model.addAttribute("isNew", counts.of(company).isEmpty());
    model.addAttribute("isChosen", !"SETUP_INCOMPLETE".equals(visit.company().state()));
    model.addAttribute("rows", rows);
    model.addAttribute("days", documents.byDay());
    model.addAttribute("chart", DayChart.of(documents.byDay()));
    model.addAttribute("calls", figures.calls(company));
    model.addAttribute("howLong", HowLong.of(figures.seconds(company)));
    CompanyView whole = companies.one(company).orElseThrow();
    model.addAttribute("lastImport", whole.lastImport());
    model.addAttribute("nextImport", whole.nextSyncAt());
    return "hub/overview";
  }

  private List<SourceRow> sources(String company, Documents documents) {
    List<SourceRow> rows = new ArrayList<>();
    TreeSet<String> seen = documents.sources();
    for (CompanySource each : sources.of(company)) {
      seen.remove(each.source());
      rows.add(
          new SourceRow(
              each.source(),
              shown.title(each.source()),
              each.enabled(),
              each.blocked() == null ? null : each.blocked().message()));
    }
    seen.forEach(name -> rows.add(new SourceRow(name, shown.title(name), true, null)));
    return rows;
  }
}
