package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.Role;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What stands in Xero for each value of a source's: one decision a row, the open ones first. */
@Controller
@Hidden
@Allowed(Role.FINANCE)
@RequestMapping("/tables/{source}/{table}")
class TablePages {

  private final Sources sources;
  private final Choices choices;
  private final RecordChoices records;
  private final JdbcClient jdbc;

  TablePages(Sources sources, Choices choices, RecordChoices records, JdbcClient jdbc) {
    this.sources = sources;
    this.choices = choices;
    this.records = records;
    this.jdbc = jdbc;
  }

  /**
   * A row of the table.
   *
   * @param chosen as it stands in the form
   * @param saved as it is kept
   * @param waiting documents that wait for it
   * @param suggested whether what stands in the form is a suggestion that nobody has saved
   * @param wrong what is wrong with what was given; null when nothing is
   */
  record Row(
      String value, String chosen, String saved, long waiting, boolean suggested, String wrong) {}

  @GetMapping
  @Allowed(Role.VIEWER)
  String page(
      Visit visit,
      @PathVariable String source,
      @PathVariable String table,
      @RequestParam(defaultValue = "") String search,
      Model model) {
    return shown(visit, source, table, search, Map.of(), Map.of(), model);
  }

  private String shown(
      Visit visit,
      String source,
      String name,
      String search,
      Map<String, String> given,
      Map<String, String> wrong,
      Model model) {
    Source its = sources.find(source).orElseThrow(WrongAddress::noSuchPage);
    Choice table = table(its, name);
    String company = visit.company().id();
    Map<String, String> saved = choices.table(company, its, table);
    Map<String, Long> waiting = waiting(company, its, table);
    List<RecordChoices.Option> options =
        table.recordKind() == null
            ? List.of()
            : records.of(company, table, List.copyOf(saved.values()));
    List<Row> rows = new ArrayList<>();
    waiting.forEach(
        (value, documents) -> {
          if (!saved.containsKey(value)) {
            rows.add(open(value, documents, given, wrong, options));
          }
        });
    saved.forEach(
        (value, record) -> {
          if (value.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT))
              || words(options, record)
                  .toLowerCase(Locale.ROOT)
                  .contains(search.toLowerCase(Locale.ROOT))) {
            rows.add(
                new Row(
                    value,
                    given.getOrDefault(value, record),
                    record,
                    waiting.getOrDefault(value, 0L),
                    false,
                    wrong.get(value)));
          }
        });
    model.addAttribute("its", its);
    model.addAttribute("table", table);
    model.addAttribute("rows", rows);
    model.addAttribute("open", rows.stream().filter(row -> row.saved().isEmpty()).count());
    model.addAttribute("options", options);
    model.addAttribute("search", search);
    model.addAttribute("wrong", wrong);
    return "hub/table";
  }

  private static Row open(
      String value,
      long documents,
      Map<String, String> given,
      Map<String, String> wrong,
      List<RecordChoices.Option> options) {
    String suggestion = suggestion(value, options);
    String entered = given.get(value);
    return new Row(
        value,
        entered == null ? suggestion : entered,
        "",
        documents,
        entered == null && !suggestion.isEmpty(),
        wrong.get(value));
  }

  /** The one record whose name ends as the value does: four digits of a card, or all of it. */
  private static String suggestion(String value, List<RecordChoices.Option> options) {
    String digits = value.replaceAll("\\D", "");
    String end =
        digits.length() >= 4
            ? digits.substring(digits.length() - 4)
            : value.toLowerCase(Locale.ROOT);
    List<RecordChoices.Option> fit =
        options.stream()
            .filter(each -> each.words().toLowerCase(Locale.ROOT).contains(end))
            .toList();
    return fit.size() == 1 ? fit.get(0).id() : "";
  }

  private static String words(List<RecordChoices.Option> options, String id) {
    return options.stream()
        .filter(each -> each.id().equals(id))
        .map(RecordChoices.Option::words)
        .findFirst()
        .orElse(id);
  }

  @PostMapping
  String fillTable(
      Visit visit,
      @PathVariable String source,
      @PathVariable String table,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    Source its = sources.find(source).orElseThrow(WrongAddress::noSuchPage);
    Choice known = table(its, table);
    List<String> values = form.getOrDefault("value", List.of());
    List<String> chosen = form.getOrDefault("record", List.of());
    List<String> seen = form.getOrDefault("seen", List.of());
    Map<String, String> changes = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(values.size(), Math.min(chosen.size(), seen.size())); i++) {
      if (!values.get(i).isBlank() && !Objects.equals(chosen.get(i), seen.get(i))) {
        changes.put(values.get(i).strip(), chosen.get(i));
      }
    }
    try {
      choices.fill(visit.company().id(), its, known, changes, false);
      Audit.changed(null, changes);
      told.addFlashAttribute(
          "done",
          changes.isEmpty()
              ? "Nothing was changed."
              : changes.size() == 1
                  ? "1 choice is saved. What waited for it goes out by itself."
                  : changes.size()
                      + " choices are saved. What waited for them goes out by itself.");
      return "redirect:/tables/%s/%s?company=%s"
          .formatted(its.name(), known.name(), visit.company().id());
    } catch (ChoicesRefused e) {
      Map<String, String> wrong = new HashMap<>();
      e.wrong().forEach(each -> wrong.put(each.field(), each.message()));
      response.setStatus(422);
      return shown(visit, source, table, "", changes, wrong, model);
    }
  }

  private Map<String, Long> waiting(String company, Source source, Choice table) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    jdbc.sql(SqlFile.read("hub/values-waited-for"))
        .param("company", company)
        .param("prefix", "table:%s/%s/".formatted(source.name(), table.name()))
        .query(
            row -> {
              waiting.put(row.getString("value"), row.getLong("documents"));
            });
    return waiting;
  }

  private static Choice table(Source source, String name) {
    Choice table = source.tables().get(name);
    if (table == null) {
      throw WrongAddress.noSuchPage();
    }
    return table;
  }
}
