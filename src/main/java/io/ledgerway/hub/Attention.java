package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.hub.Causes.Card;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.story.DocumentCounts;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What needs somebody: causes are cured, not documents. */
@Controller
@Hidden
@Allowed(Role.VIEWER)
class Attention {

  private static final String HERE = "/attention";
  private static final String YOU = "you";

  private final Causes causes;
  private final DocumentCounts counts;
  private final ShownStates states;
  private final ShownMoney money;

  Attention(Causes causes, DocumentCounts counts, ShownStates states, ShownMoney money) {
    this.causes = causes;
    this.counts = counts;
    this.states = states;
    this.money = money;
  }

  /** Causes under one heading. */
  record Group(String title, String says, boolean open, List<Card> cards) {}

  @GetMapping(HERE)
  String show(@RequestParam(defaultValue = "") String who, Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    List<Card> all = causes.of(company);
    Map<String, Long> counted = counts.of(company);
    List<Card> shown = all.stream().filter(of(who, visit)).toList();
    model.addAttribute("tabs", tabs(all, who, visit));
    model.addAttribute("groups", groups(shown, visit));
    model.addAttribute("none", all.isEmpty());
    model.addAttribute("says", says(all, counted, visit));
    model.addAttribute("posted", counted.getOrDefault("POSTED", 0L));
    model.addAttribute("confirming", counted.getOrDefault("UNCERTAIN", 0L));
    return "hub/attention";
  }

  private Predicate<Card> of(String who, Visit visit) {
    return switch (who) {
      case "" -> card -> true;
      case YOU -> card -> isYours(card, visit);
      default -> card -> card.actor().name().equals(who);
    };
  }

  private boolean isYours(Card card, Visit visit) {
    return states.isYou(card.actor().name(), visit);
  }

  private List<Group> groups(List<Card> cards, Visit visit) {
    List<Group> groups = new ArrayList<>();
    add(groups, "You can cure here", true, cards, card -> isYours(card, visit));
    add(
        groups,
        "Others act",
        false,
        cards,
        card -> !isYours(card, visit) && card.actor() != Actor.NOBODY);
    add(groups, "Goes on by itself", false, cards, card -> card.actor() == Actor.NOBODY);
    return groups;
  }

  private void add(
      List<Group> groups, String title, boolean open, List<Card> cards, Predicate<Card> which) {
    List<Card> these = cards.stream().filter(which).toList();
    if (!these.isEmpty()) {
      groups.add(new Group(title, told(these), open, these));
    }
  }

  private String told(List<Card> cards) {
    String told = money.count(cards.size(), "cause");
    long documents = documents(cards);
    return documents == 0 ? told : told + ", " + money.count(documents, "document");
  }

  private static long documents(List<Card> cards) {
    return cards.stream()
        .filter(card -> "document".equals(card.what()))
        .mapToLong(card -> card.need().number())
        .sum();
  }

  private String says(List<Card> all, Map<String, Long> counted, Visit visit) {
    long waiting = counted.getOrDefault("HELD", 0L) + counted.getOrDefault("DIFFERENT", 0L);
    if (all.isEmpty()) {
      return "Nothing waits for anybody.";
    }
    List<Card> yours = all.stream().filter(card -> isYours(card, visit)).toList();
    String first =
        waiting == 0
            ? "No document is held."
            : money.count(waiting, "document") + (waiting == 1 ? " waits." : " wait.");
    String second =
        yours.isEmpty()
            ? " None of the causes is yours."
            : yours.size() == 1
                ? " One cause is yours."
                : " " + money.count(yours.size()) + " causes are yours.";
    return first + second + " What is cured goes out by itself.";
  }

  private List<Tab> tabs(List<Card> all, String who, Visit visit) {
    List<Tab> tabs = new ArrayList<>();
    Address here = Address.of(HERE, visit);
    tabs.add(tab("All", "", all, card -> true, here, who));
    tabs.add(tab("For you", YOU, all, card -> isYours(card, visit), here, who));
    for (Actor actor : Actor.values()) {
      Predicate<Card> which = card -> card.actor() == actor;
      if (all.stream().anyMatch(which) || actor.name().equals(who)) {
        String word =
            actor == Actor.NOBODY
                ? "By itself"
                : actor == Actor.EMPLOYEE ? "Employees" : states.actor(actor.name(), null);
        tabs.add(tab(word, actor.name(), all, which, here, who));
      }
    }
    return tabs;
  }

  private static Tab tab(
      String label, String key, List<Card> all, Predicate<Card> which, Address here, String who) {
    long count = all.stream().filter(which).count();
    return new Tab(label, count, here.with("who", key).toString(), key.equals(who));
  }
}
