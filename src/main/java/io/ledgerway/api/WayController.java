package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.drawing.WayDrawing;
import io.ledgerway.routemap.RouteMap;
import io.ledgerway.routemap.RunningRoutes;
import io.ledgerway.story.PostingStories;
import io.ledgerway.story.PostingView;
import io.ledgerway.way.Story;
import io.ledgerway.way.Way;
import io.ledgerway.way.Ways;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of a document through the routes that run. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/postings/{id}")
@Tag(name = "Postings")
class WayController {

  /** States of a receipt in which it was tried. */
  private static final Set<String> TRIED = Set.of("ATTACHED", "FAILED", "SENDING");

  private final PostingStories stories;
  private final RunningRoutes running;
  private final Ways ways;

  WayController(PostingStories stories, RunningRoutes running, Ways ways) {
    this.stories = stories;
    this.running = running;
    this.ways = ways;
  }

  @GetMapping("/way")
  @Operation(
      summary = "Through which routes a document went, and when",
      description =
          "Found out from its story, by the routes that run now. As a picture: …/way.svg.")
  Way way(@PathVariable String company, @PathVariable UUID id) {
    return ways.of(story(company, id), running.map());
  }

  @GetMapping(path = "/way.svg", produces = Pictures.SVG)
  @Operation(summary = "Through which routes a document went, as a picture")
  ResponseEntity<String> picture(@PathVariable String company, @PathVariable UUID id) {
    RouteMap map = running.map();
    return Pictures.of(WayDrawing.of(map, ways.of(story(company, id), map)));
  }

  private Story story(String company, UUID id) {
    return stories
        .one(company, id)
        .map(WayController::story)
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "No posting " + id + " of " + company, "Look at the list for what there is."));
  }

  private static Story story(PostingView view) {
    return new Story(
        view.id(),
        view.source(),
        view.sourceId().startsWith("undo:"),
        view.state(),
        view.history().stream()
            .map(
                step ->
                    new Story.Change(
                        step.state(), step.version(), step.at(), step.batch(), step.toldAt()))
            .toList(),
        view.attempts().stream()
            .map(call -> new Story.Call(call.batch(), call.startedAt(), call.status()))
            .toList(),
        receipts(view),
        view.confirmation() == null || view.confirmation().state().equals("WAITING")
            ? null
            : view.confirmation().at());
  }

  private static List<Story.Receipt> receipts(PostingView view) {
    return view.receipts().stream()
        .filter(receipt -> TRIED.contains(receipt.state()) || receipt.attempts() > 0)
        .map(receipt -> new Story.Receipt(receipt.state(), receipt.changedAt()))
        .toList();
  }
}
