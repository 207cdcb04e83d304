package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.receipt.ReceiptArchive;
import io.ledgerway.receipt.SpreadsheetLine;
import io.ledgerway.story.DocumentCounts;
import io.ledgerway.story.PostingStories;
import io.ledgerway.story.PostingStories.Found;
import io.ledgerway.story.PostingView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of a company's documents. */
@Controller
@Hidden
@Allowed(Role.VIEWER)
class Documents {

  private static final String HERE = "/documents";
  private static final String RECEIPTS = "/receipts.zip";
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 366;
  private static final int LIMIT = 50;
  private static final int MOST_LINES = 50_000;
  private static final int MOST_PAST = 30;
  private static final String COLUMNS =
      "\ufeffdocument,received,date,source,kind,sourceId,name,employee,currency,total,state,reason,xeroDocument\r\n";

  private final PostingStories stories;
  private final DocumentCounts counts;
  private final ReceiptArchive archive;
  private final ShownSources sources;
  private final ShownStates states;
  private final ShownMoney money;
  private final ShownTime time;
  private final Clock clock;

  Documents(
      PostingStories stories,
      DocumentCounts counts,
      ReceiptArchive archive,
      ShownSources sources,
      ShownStates states,
      ShownMoney money,
      ShownTime time,
      Clock clock) {
    this.stories = stories;
    this.counts = counts;
    this.archive = archive;
    this.sources = sources;
    this.states = states;
    this.money = money;
    this.time = time;
    this.clock = clock;
  }

  @GetMapping(HERE)
  String list(@ModelAttribute("asked") DocumentsAddress asked, Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    Wanted wanted = Wanted.of(asked);
    Found found = found(company, wanted, LIMIT);
    Address first = asked.first(HERE, visit);
    model.addAttribute("wanted", wanted);
    model.addAttribute("found", found);
    model.addAttribute("sources", sources.all().all());
    model.addAttribute("kinds", sources.kinds());
    model.addAttribute("tabs", tabs(counts.of(company), wanted, first));
    model.addAttribute("chips", chips(wanted, first));
    model.addAttribute("all", Address.of(HERE, visit).with("state", wanted.state()).toString());
    model.addAttribute("allTime", first.without("from", "to").toString());
    model.addAttribute("csv", first.at(HERE + ".csv").toString());
    model.addAttribute("receipts", receipts(visit, wanted));
    model.addAttribute("newer", newer(asked, first));
    model.addAttribute("older", older(asked, found, first));
    return "hub/documents";
  }

  @GetMapping(HERE + ".csv")
  void csv(DocumentsAddress asked, Visit visit, HttpServletResponse response) throws IOException {
    String company = WrongAddress.companyOf(visit);
    Wanted wanted = Wanted.of(asked);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    attach(response, "documents-" + company + ".csv");
    Writer out = response.getWriter();
    out.write(COLUMNS);
    UUID next = wanted.cursor();
    int lines = 0;
    do {
      Found found = stories.found(company, wanted.from(next).filter(), wanted::fits, 500);
      for (PostingView each : found.documents()) {
        out.write(line(each));
        lines++;
      }
      next = found.next();
    } while (next != null && lines < MOST_LINES);
    if (next != null) {
      out.write(
          SpreadsheetLine.of("Only the newest " + lines + " are listed: choose a shorter period."));
    }
  }

  private String line(PostingView each) {
    return SpreadsheetLine.of(
        each.id(),
        each.receivedAt(),
        each.date(),
        sources.title(each.source()),
        sources.kind(each.kind()),
        each.sourceId(),
        each.merchant(),
        each.employee(),
        each.currency(),
        each.total() == null ? null : each.total().toPlainString(),
        states.document(each.state()).word(),
        each.problems() == null ? null : each.problems().path(0).path("message").asText(null),
        each.xeroId());
  }

  /** Who pastes a source's id looks for that one, however old it is. */
  private Found found(String company, Wanted wanted, int limit) {
    if (wanted.search() != null && wanted.cursor() == null && !wanted.search().contains(" ")) {
      Found named = stories.found(company, wanted.bySourceId(), wanted::fits, limit);
      if (!named.documents().isEmpty()) {
        return named;
      }
    }
    return stories.found(company, wanted.filter(), wanted::fits, limit);
  }

  private List<Tab> tabs(Map<String, Long> counted, Wanted wanted, Address first) {
    List<Tab> tabs = new ArrayList<>();
    tabs.add(new Tab("All", null, first.without("state").toString(), wanted.state() == null));
    for (String state :
        List.of("HELD", "DIFFERENT", "READY", "UNCERTAIN", "POSTED", "UNDONE", "NOTHING_TO_POST")) {
      long count = counted.getOrDefault(state, 0L);
      boolean here = state.equals(wanted.state());
      if (count > 0 || here || !"NOTHING_TO_POST".equals(state)) {
        boolean told = !"POSTED".equals(state) && !"UNDONE".equals(state);
        tabs.add(
            new Tab(
                states.document(state).word(),
                told ? count : null,
                first.with("state", state).toString(),
                here));
      }
    }
    return tabs;
  }

  private List<Chip> chips(Wanted wanted, Address first) {
    List<Chip> chips = new ArrayList<>();
    if (wanted.search() != null) {
      chips.add(new Chip("“" + wanted.search() + "”", first.without("q").toString()));
    }
    if (wanted.source() != null) {
      chips.add(new Chip(sources.title(wanted.source()), first.without("source").toString()));
    }
    if (wanted.kind() != null) {
      chips.add(new Chip(sources.kind(wanted.kind()), first.without("kind").toString()));
    }
    if (wanted.from() != null || wanted.to() != null) {
      chips.add(new Chip(period(wanted), first.without("from", "to").toString()));
    }
    if (wanted.least() != null) {
      String amount = money.amount(wanted.least(), null);
      chips.add(new Chip(amount + " and more", first.without("least").toString()));
    }
    return chips;
  }

  private String period(Wanted wanted) {
    return wanted.to() == null
        ? "From " + time.day(wanted.from())
        : wanted.from() == null
            ? "Up to " + time.day(wanted.to())
            : time.day(wanted.from()) + " to " + time.day(wanted.to());
  }

  /** The archive is of a period: that of the list, else the last thirty days. */
  private String receipts(Visit visit, Wanted wanted) {
    LocalDate to = wanted.to() == null ? LocalDate.now(clock) : wanted.to();
    LocalDate from = wanted.from() == null ? to.minusDays(DAYS) : wanted.from();
    return Address.of(RECEIPTS, visit).with("from", from).with("to", to).toString();
  }

  @GetMapping(RECEIPTS)
  void receipts(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      Visit visit,
      HttpServletResponse response)
      throws IOException {
    String company = WrongAddress.companyOf(visit);
    if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
      throw WrongAddress.notValid(
          "Receipts come for a period of at most a year.", "Choose another period in the list.");
    }
    try (ReceiptArchive.Making making = archive.begin(company, from, to)) {
      response.setContentType("application/zip");
      attach(response, "receipts-" + from + "-" + to + ".zip");
      making.write(response.getOutputStream());
    }
  }

  private static void attach(HttpServletResponse response, String name) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }

  private static String newer(DocumentsAddress asked, Address first) {
    if (asked.cursor() == null) {
      return null;
    }
    List<String> past = past(asked);
    if (past.isEmpty()) {
      return first.toString();
    }
    String before = past.remove(past.size() - 1);
    return first.with("cursor", before).with("past", String.join(".", past)).toString();
  }

  private static String older(DocumentsAddress asked, Found found, Address first) {
    if (found.next() == null) {
      return null;
    }
    List<String> past = past(asked);
    if (asked.cursor() != null) {
      past.add(asked.cursor());
    }
    List<String> kept = past.subList(Math.max(0, past.size() - MOST_PAST), past.size());
    return first.with("cursor", found.next()).with("past", String.join(".", kept)).toString();
  }

  private static List<String> past(DocumentsAddress asked) {
    return asked.past() == null || asked.past().isBlank()
        ? new ArrayList<>()
        : new ArrayList<>(Arrays.asList(asked.past().split("\\.")));
  }
}
