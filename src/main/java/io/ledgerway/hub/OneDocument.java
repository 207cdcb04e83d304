package io.ledgerway.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.preview.Explain;
import io.ledgerway.preview.Explained;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.story.PostingStories;
import io.ledgerway.story.PostingView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The whole truth about one document. Documents in Xero link here, by its id alone. */
@Controller
@Hidden
@Allowed(Role.VIEWER)
class OneDocument {

  static final String HERE = "/postings/";

  private final PostingStories stories;
  private final StoryOfDocument story;
  private final Explain explain;
  private final BooksOf books;
  private final ShownSources sources;
  private final ShownMoney money;
  private final ObjectMapper json;
  private final Clock clock;

  OneDocument(
      PostingStories stories,
      StoryOfDocument story,
      Explain explain,
      BooksOf books,
      ShownSources sources,
      ShownMoney money,
      ObjectMapper json,
      Clock clock) {
    this.stories = stories;
    this.story = story;
    this.explain = explain;
    this.books = books;
    this.sources = sources;
    this.money = money;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping(HERE + "{id}")
  String show(@PathVariable String id, Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    UUID posting = CompanyOfPosting.id(id).orElseThrow(OneDocument::unknown);
    PostingView document = stories.one(company, posting).orElseThrow(OneDocument::unknown);
    Explained explained = explained(company, document);
    JsonNode sheet = sheet(document, explained);
    model.addAttribute("document", document);
    model.addAttribute("title", title(document));
    model.addAttribute("problems", Told.all(document.problems()));
    model.addAttribute("story", story.of(document));
    model.addAttribute(
        "sheet",
        sheet == null
            ? null
            : XeroSheet.of(document.resource(), sheet, document.xeroId(), books.of(company)));
    model.addAttribute("called", XeroSheet.called(document.resource()));
    model.addAttribute("origins", explained == null ? List.of() : FieldOrigins.of(explained));
    model.addAttribute("asInLedger", explained == null ? null : explained.asInLedger());
    model.addAttribute("event", pretty(document.event()));
    model.addAttribute("now", clock.instant());
    return "hub/document";
  }

  private String title(PostingView document) {
    String name = document.merchant() == null ? sources.kind(document.kind()) : document.merchant();
    return document.total() == null
        ? name
        : "%s, %s %s"
            .formatted(
                name, document.currency(), money.amount(document.total(), document.currency()));
  }

  private static WrongAddress unknown() {
    return WrongAddress.notFound("No such document", "There is no document of this address here.");
  }

  /** What stands in Xero, or what was meant to; of what is held, what it would be now. */
  private JsonNode sheet(PostingView document, Explained explained) {
    return Optional.ofNullable(document.document())
        .or(() -> Optional.ofNullable(explained).map(each -> each.previewed().document()))
        .map(this::read)
        .filter(JsonNode::isObject)
        .orElse(null);
  }

  /** It is extra: that the mappings cannot say does not take the rest of the page away. */
  private Explained explained(String company, PostingView document) {
    if (document.event() == null) {
      return null;
    }
    try {
      return explain.ofPosting(company, document.id()).orElse(null);
    } catch (LedgerwayException e) {
      return null;
    }
  }

  private String pretty(String event) {
    return event == null ? null : read(event).toPrettyString();
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
