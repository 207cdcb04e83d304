package io.ledgerway.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.Role;
import io.ledgerway.polling.PolledSources;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.CompanySource;
import io.ledgerway.source.CompanySources;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a company chooses for a source: on or off, its account there, secrets and settings. */
@Controller
@Hidden
@Allowed(Role.ADMIN)
@RequestMapping("/sources/{source}")
class SourcePages {

  private static final String SETTING = "setting.";
  private static final String SEEN = "seen.";
  private static final String SECRET = "secret.";

  private final Sources sources;
  private final SourceCards cards;
  private final SourceForm form;
  private final Choices choices;
  private final CompanySources given;
  private final PolledSources polling;

  SourcePages(
      Sources sources,
      SourceCards cards,
      SourceForm form,
      Choices choices,
      CompanySources given,
      PolledSources polling) {
    this.sources = sources;
    this.cards = cards;
    this.form = form;
    this.choices = choices;
    this.given = given;
    this.polling = polling;
  }

  @GetMapping
  @Allowed(Role.VIEWER)
  String page(Visit visit, @PathVariable String source, Model model) {
    return shown(visit, known(source), null, Map.of(), model);
  }

  private String shown(
      Visit visit,
      Source source,
      Map<String, String> entered,
      Map<String, String> wrong,
      Model model) {
    String company = visit.company().id();
    model.addAttribute("card", cards.one(company, source));
    model.addAttribute("polled", polling.isPolled(source));
    model.addAttribute(
        "fields", form.fields(company, source, choices.settings(company, source), entered, wrong));
    model.addAttribute("wrong", wrong);
    return "hub/source";
  }

  @PostMapping("/settings")
  String changeSettings(
      Visit visit,
      @PathVariable String source,
      @RequestParam Map<String, String> parameters,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    Source its = known(source);
    String company = visit.company().id();
    Map<String, String> entered = under(SETTING, parameters);
    Map<String, String> seen = under(SEEN, parameters);
    ObjectNode changes = SourceForm.changes(its, entered, seen);
    Map<String, String> wrong =
        savedMeanwhile(choices.settings(company, its), seen, changes, entered);
    if (wrong.isEmpty()) {
      try {
        choices.change(company, its, changes);
        Audit.changed(null, changes);
        told.addFlashAttribute(
            "done", changes.isEmpty() ? "Nothing was changed." : "The settings are saved.");
        return back(visit, its);
      } catch (ChoicesRefused e) {
        e.wrong().forEach(each -> wrong.put(each.field(), each.message()));
      }
    }
    response.setStatus(422);
    return shown(visit, its, entered, wrong, model);
  }

  /** Two people edited at once: both values are shown, and neither is lost. */
  private static Map<String, String> savedMeanwhile(
      ObjectNode saved, Map<String, String> seen, ObjectNode changes, Map<String, String> entered) {
    Map<String, String> wrong = new HashMap<>();
    changes
        .fieldNames()
        .forEachRemaining(
            name -> {
              String now = SourceForm.text(saved.get(name));
              if (!now.equals(seen.getOrDefault(name, "")) && !now.equals(entered.get(name))) {
                wrong.put(
                    name,
                    "Somebody saved another value meanwhile. Yours is shown; save again to keep"
                        + " it.");
              }
            });
    return wrong;
  }

  @PostMapping("/account")
  String changeAccount(
      Visit visit,
      @PathVariable String source,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "false") boolean on,
      @RequestParam Map<String, String> parameters,
      Model model,
      HttpServletResponse response,
      RedirectAttributes told) {
    Source its = known(source);
    String company = visit.company().id();
    CompanySource before = given.find(company, source).orElse(null);
    Map<String, String> secrets =
        under(SECRET, parameters).entrySet().stream()
            .filter(each -> !each.getValue().isBlank())
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().strip()));
    try {
      given.put(company, its, account.isBlank() ? null : account.strip(), on);
      if (!secrets.isEmpty()) {
        given.keep(company, its, secrets);
      }
      Audit.changed(
          before == null ? null : said(before.account(), before.enabled(), List.of()),
          said(account.strip(), on, secrets.keySet().stream().sorted().toList()));
      told.addFlashAttribute("done", its.title() + " is saved.");
      return back(visit, its);
    } catch (LedgerwayException e) {
      response.setStatus(422);
      model.addAttribute("notDone", e.plainMessage() + " " + e.hint());
      return shown(visit, its, null, Map.of(), model);
    }
  }

  /** Names of secrets alone. */
  private static Map<String, Object> said(String account, boolean on, List<String> secrets) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("account", account);
    said.put("on", on);
    if (!secrets.isEmpty()) {
      said.put("secretsSet", secrets);
    }
    return said;
  }

  @PostMapping("/test")
  String testSource(
      Visit visit, @PathVariable String source, Model model, HttpServletResponse response) {
    Source its = known(source);
    try {
      model.addAttribute("accounts", polling.test(visit.company().id(), its));
    } catch (LedgerwayException e) {
      response.setStatus(422);
      model.addAttribute("notDone", e.plainMessage() + " " + e.hint());
    }
    return shown(visit, its, null, Map.of(), model);
  }

  private static String back(Visit visit, Source source) {
    return "redirect:/sources/" + source.name() + "?company=" + visit.company().id();
  }

  private Source known(String source) {
    return sources.find(source).orElseThrow(WrongAddress::noSuchPage);
  }

  private static Map<String, String> under(String prefix, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                each -> each.getKey().substring(prefix.length()), Map.Entry::getValue));
  }
}
