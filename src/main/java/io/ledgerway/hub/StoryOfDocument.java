package io.ledgerway.hub;

import io.ledgerway.story.PostingView;
import io.ledgerway.story.PostingView.Attempt;
import io.ledgerway.story.PostingView.Receipt;
import io.ledgerway.story.PostingView.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of a document, in time order, as it is told. Thread-safe. */
@Component
class StoryOfDocument {

  private final ShownSources sources;
  private final ShownStates states;
  private final ShownMoney money;

  StoryOfDocument(ShownSources sources, ShownStates states, ShownMoney money) {
    this.sources = sources;
    this.states = states;
    this.money = money;
  }

  /**
   * Something that happened.
   *
   * @param sentence null where the title says all
   */
  record Event(Instant at, String look, String icon, String title, String sentence) {}

  List<Event> of(PostingView document) {
    List<Event> events = new ArrayList<>();
    String source = sources.title(document.source());
    for (Step step : document.history()) {
      ShownStates.Shown shown = states.document(step.state());
      events.add(
          new Event(step.at(), shown.look(), shown.icon(), title(step, document), sentence(step)));
      if (step.toldAt() != null) {
        events.add(new Event(step.toldAt(), "", "bell", source + " told", null));
      }
    }
    document.receipts().stream()
        .filter(receipt -> "ATTACHED".equals(receipt.state()))
        .map(StoryOfDocument::attached)
        .forEach(events::add);
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static Event attached(Receipt receipt) {
    String name = receipt.name() == null ? receipt.fileName() : receipt.name();
    return new Event(receipt.changedAt(), "posted", "clip", "Receipt attached", name);
  }

  private String title(Step step, PostingView document) {
    return switch (step.state()) {
      case "RECEIVED" -> "Received from " + sources.title(document.source());
      case "READY" -> "Checked, and ready";
      case "SENDING" -> sent(step, document.attempts());
      case "UNCERTAIN" -> "No answer from Xero";
      case "POSTED" -> "Read back as meant";
      case "DIFFERENT" -> "Read back: different";
      case "NOTHING_TO_POST" -> "Nothing to post";
      default -> states.document(step.state()).word();
    };
  }

  private String sent(Step step, List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> attempt.batch().equals(step.batch()) && attempt.documents() > 1)
        .findFirst()
        .map(attempt -> "Sent with " + money.count(attempt.documents() - 1, "other") + ", one call")
        .orElse("Sent");
  }

  private static String sentence(Step step) {
    List<Told> problems = Told.all(step.problems());
    if (!problems.isEmpty()) {
      return String.join(" ", problems.stream().map(Told::message).toList());
    }
    return switch (step.state()) {
      case "RECEIVED" -> step.version() > 1 ? "Version " + step.version() + "." : null;
      case "UNCERTAIN" -> "It is found out whether it stands there. Nothing is sent twice.";
      default -> null;
    };
  }
}
