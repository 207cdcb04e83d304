package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.checking.CheckAgain;
import io.ledgerway.checking.Undo;
import io.ledgerway.export.Begun;
import io.ledgerway.export.ExportRuns;
import io.ledgerway.export.Wanted;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.receipt.Receipts;
import io.ledgerway.setup.CompanyStates;
import io.ledgerway.story.PostingStories;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody can do about a document, as its state allows. */
@Controller
@Hidden
@Allowed(Role.FINANCE)
class DocumentActions {

  private static final String ONE = OneDocument.HERE + "{id}";

  private final PostingStories stories;
  private final CheckAgain checks;
  private final ExportRuns exports;
  private final CompanyStates states;
  private final Undo undo;
  private final Receipts receipts;

  DocumentActions(
      PostingStories stories,
      CheckAgain checks,
      ExportRuns exports,
      CompanyStates states,
      Undo undo,
      Receipts receipts) {
    this.stories = stories;
    this.checks = checks;
    this.exports = exports;
    this.states = states;
    this.undo = undo;
    this.receipts = receipts;
  }

  @PostMapping(ONE + "/check")
  String checkAgain(Visit visit, @PathVariable UUID id, RedirectAttributes told) {
    told.addFlashAttribute(
        "done",
        checks.one(visit.company().id(), id) == 1
            ? "It is checked again, and goes out by itself when nothing stands in its way."
            : "It is not held any more.");
    return page(id);
  }

  /** All that a company holds. */
  @PostMapping("/attention/check")
  String checkAllAgain(Visit visit, RedirectAttributes told) {
    int checked = checks.those(visit.company().id(), null, null, null);
    told.addFlashAttribute(
        "done",
        checked == 1 ? "1 document is checked again." : checked + " documents are checked again.");
    return "redirect:/attention?company=" + visit.company().id();
  }

  @PostMapping(ONE + "/export")
  String exportNow(Visit visit, @PathVariable UUID id, RedirectAttributes told) {
    String company = visit.company().id();
    try {
      states.requireActive(company);
      Begun begun = exports.request(company, new Wanted(null, List.of(id), null));
      told.addFlashAttribute(
          "done",
          begun.notTaken().isEmpty() ? "It goes out now." : begun.notTaken().get(0).message());
    } catch (LedgerwayException e) {
      told.addFlashAttribute("notDone", e.plainMessage() + " " + e.hint());
    }
    return page(id);
  }

  /** What undoing would do; nothing is done here. */
  @GetMapping(ONE + "/undo")
  String askBeforeUndoing(
      Visit visit,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "VOID") Undo.How by,
      Model model) {
    String company = visit.company().id();
    model.addAttribute("document", stories.one(company, id).orElseThrow(WrongAddress::noSuchPage));
    model.addAttribute("by", by);
    try {
      Undo.Preview preview = undo.preview(company, id, by).orElseThrow(WrongAddress::noSuchPage);
      model.addAttribute("called", XeroSheet.called(preview.resource()));
    } catch (LedgerwayException e) {
      model.addAttribute("refused", e.plainMessage());
      model.addAttribute("hint", e.hint());
      model.addAttribute("locked", e.code().equals("PERIOD_LOCKED"));
    }
    return "hub/undo";
  }

  @PostMapping(ONE + "/undo")
  String undoDocument(
      Visit visit,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "VOID") Undo.How by,
      RedirectAttributes told) {
    try {
      undo.request(visit.company().id(), id, by).orElseThrow(WrongAddress::noSuchPage);
      told.addFlashAttribute("done", "It is being undone. Its story says when it is.");
    } catch (LedgerwayException e) {
      told.addFlashAttribute("notDone", e.plainMessage() + " " + e.hint());
    }
    return page(id);
  }

  @PostMapping(ONE + "/receipts/{receipt}")
  String tryReceiptAgain(
      Visit visit, @PathVariable UUID id, @PathVariable UUID receipt, RedirectAttributes told) {
    if (receipts.retry(visit.company().id(), id, receipt)) {
      told.addFlashAttribute("done", "The receipt is tried again.");
    } else {
      told.addFlashAttribute("notDone", "The receipt is in Xero, or on its way.");
    }
    return page(id);
  }

  private static String page(UUID id) {
    return "redirect:" + OneDocument.HERE + id;
  }
}
