package io.ledgerway.hub;

import io.ledgerway.source.CompanySource;
import io.ledgerway.source.CompanySources;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How each source stands to a company. Thread-safe. */
@Component
class SourceCards {

  private final Sources sources;
  private final CompanySources given;

  SourceCards(Sources sources, CompanySources given) {
    this.sources = sources;
    this.given = given;
  }

  /**
   * A source on the page of connections.
   *
   * @param documents what it sends, in words
   * @param state ON, BLOCKED, INCOMPLETE or OFF
   * @param its as the company has it; null when it has said nothing of it
   * @param missing secrets that are still to be set, in words
   */
  record Card(
      Source source, String documents, String state, CompanySource its, List<String> missing) {}

  List<Card> of(String company) {
    Map<String, CompanySource> had =
        given.of(company).stream().collect(Collectors.toMap(CompanySource::source, each -> each));
    return sources.all().stream().map(each -> card(each, had.get(each.name()))).toList();
  }

  Card one(String company, Source source) {
    return card(source, given.find(company, source.name()).orElse(null));
  }

  private static Card card(Source source, CompanySource its) {
    List<String> missing =
        source.secrets().entrySet().stream()
            .filter(each -> its == null || !its.secrets().contains(each.getKey()))
            .map(each -> each.getValue().title())
            .toList();
    // A source that sends by itself is on until somebody switches it off.
    boolean off = its == null ? !source.secrets().isEmpty() : !its.enabled();
    String state =
        off
            ? "OFF"
            : !missing.isEmpty()
                ? "INCOMPLETE"
                : its != null && its.blocked() != null ? "BLOCKED" : "ON";
    return new Card(source, documents(source), state, its, missing);
  }

  private static String documents(Source source) {
    String words =
        source.kinds().values().stream()
            .map(kind -> kind.noun() + "s")
            .distinct()
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
