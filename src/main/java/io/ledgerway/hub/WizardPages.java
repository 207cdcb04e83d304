package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.Role;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.ImportRequests;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.setup.CompanyStates;
import io.ledgerway.setup.DraftChanged;
import io.ledgerway.setup.ImportChoices;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.Preflight;
import io.ledgerway.setup.SetUp;
import io.ledgerway.setup.SetUpProblems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Four questions about what a company imports, each saved as it is left. Nothing is in force before
 * the last is completed.
 */
@Controller
@Hidden
@Allowed(Role.ADMIN)
@RequestMapping("/import")
class WizardPages {

  private static final List<String> STEPS = List.of("accounts", "tracking", "taxes", "people");

  private final SetUp setUp;
  private final Preflight preflight;
  private final PeopleToCure people;
  private final CompanyReader companies;
  private final CompanyStates states;
  private final ImportRequests imports;

  WizardPages(
      SetUp setUp,
      Preflight preflight,
      PeopleToCure people,
      CompanyReader companies,
      CompanyStates states,
      ImportRequests imports) {
    this.setUp = setUp;
    this.preflight = preflight;
    this.people = people;
    this.companies = companies;
    this.states = states;
    this.imports = imports;
  }

  @GetMapping("/{step:accounts|tracking|taxes|people}")
  String step(
      Visit visit,
      @PathVariable String step,
      @RequestParam(required = false) String missing,
      Model model) {
    String company = WrongAddress.companyOf(visit);
    ImportChoices choices = setUp.choices(company);
    model.addAttribute("step", step);
    model.addAttribute("choices", choices);
    model.addAttribute("chosen", ChosenSoFar.of(choices));
    model.addAttribute(
        "its", companies.one(company).orElseThrow(() -> new UnknownCompany(company)));
    if (missing != null && !choices.problems().isEmpty()) {
      model.addAttribute("problems", choices.problems());
    }
    if (step.equals("people")) {
      model.addAttribute("toCure", people.of(company));
      model.addAttribute("checks", preflight.run(company));
      model.addAttribute("preview", setUp.preview(company));
    }
    return "hub/import-" + step;
  }

  /** What was ticked is kept, whichever way the person goes on from here. */
  @PostMapping("/{step:accounts|tracking|taxes}")
  String saveStep(
      Visit visit,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    String company = visit.company().id();
    ImportChoices seen = setUp.choices(company);
    ImportSettings change =
        switch (step) {
          case "accounts" -> WizardForm.accounts(form);
          case "tracking" -> WizardForm.tracking(form, seen);
          default -> WizardForm.taxes(form, seen);
        };
    try {
      setUp.change(company, change, form.getFirst("version"));
      Audit.changed(null, change);
    } catch (DraftChanged e) {
      response.setStatus(409);
      model.addAttribute(
          "notDone",
          "Somebody else changed these settings meanwhile. What you see now is theirs; yours was"
              + " not saved.");
      return step(visit, step, null, model);
    }
    return "redirect:" + next(step, form.getFirst("go")) + "?company=" + company;
  }

  private static String next(String step, String go) {
    int at = STEPS.indexOf(step);
    if ("leave".equals(go)) {
      return "/connections";
    }
    return "/import/" + STEPS.get("back".equals(go) ? Math.max(0, at - 1) : at + 1);
  }

  /**
   * What stands in the way is told on the page, at once; so that going back from there leads to a
   * page, too, nothing is answered here.
   */
  @PostMapping("/complete")
  String completeSetUp(
      Visit visit, @RequestParam(required = false) String version, RedirectAttributes told) {
    String company = visit.company().id();
    try {
      setUp.complete(company, version);
    } catch (SetUpProblems e) {
      return "redirect:/import/people?missing&company=" + company;
    } catch (DraftChanged e) {
      told.addFlashAttribute(
          "notDone", "Somebody else changed these settings meanwhile. Look at them once more.");
      return "redirect:/import/people?company=" + company;
    }
    imports.ask(company, false);
    return "redirect:/import/progress?company=" + company;
  }

  @PostMapping("/read")
  String readFromXeroAgain(
      Visit visit, @RequestParam(defaultValue = "accounts") String step, RedirectAttributes told) {
    String company = visit.company().id();
    try {
      states.requireConnected(company);
      imports.askForSetUp(company);
      told.addFlashAttribute("done", "Xero is read again. What is new appears when it is done.");
    } catch (LedgerwayException e) {
      told.addFlashAttribute("notDone", e.plainMessage() + " " + e.hint());
    }
    return "redirect:/import/%s?company=%s"
        .formatted(STEPS.contains(step) ? step : "accounts", company);
  }

  @PostMapping("/discard")
  String discardDraft(Visit visit, RedirectAttributes told) {
    setUp.discard(visit.company().id(), null);
    told.addFlashAttribute("done", "The draft is thrown away. What is in force stays.");
    return "redirect:/import/accounts?company=" + visit.company().id();
  }

  @GetMapping("/progress")
  @Allowed(Role.VIEWER)
  String progress(Visit visit, Model model) {
    String company = visit.company().id();
    model.addAttribute(
        "its", companies.one(company).orElseThrow(() -> new UnknownCompany(company)));
    return "hub/import-progress";
  }
}
