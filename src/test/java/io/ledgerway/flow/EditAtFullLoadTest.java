package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.edition.EditionInForce;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two mappings and the routes that use them are edited together, again and again, under load. */
class EditAtFullLoadTest {

  private static final Logger LOG = LoggerFactory.getLogger(EditAtFullLoadTest.class);
  private static final Engine ENGINE = Engine.shared();
  private static final String CARD = "mappings/perk/card-expense.jsonata";
  private static final String LINES = "mappings/perk/expense-lines.jsonata";
  private static final String CHECK = "routes/xero/check.camel.yaml";

  /** On a machine that does other things beside. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private static final Pattern EDITION = Pattern.compile("edition-(\\d+)");

  @AfterEach
  void mend() {
    List.of(CARD, LINES, CHECK).forEach(ENGINE.edited::mend);
    ENGINE.awaitEdited();
  }

  @Test
  void each_document_is_made_whole_by_one_edition_and_none_is_lost() {
    editUnderLoad(2_000, 3);
  }

  @Test
  @Tag("soak")
  void of_ten_thousand_too() {
    editUnderLoad(10_000, 8);
  }

  private static void editUnderLoad(int atLeast, int edits) {
    Company company = ENGINE.company();
    edit(0);
    ENGINE.awaitEdited();
    int sent = 0;
    int edited = 0;
    long posted = 0;
    long begin = System.nanoTime();
    long since = begin;
    Duration pause = Duration.ZERO;
    while (posted < sent || sent < atLeast || edited < edits) {
      for (; sent - posted < 1_000 && (sent < atLeast || edited < edits); sent++) {
        ENGINE.expenses.send(company.id(), PlainExpense.of(company, "load-" + sent).toString());
      }
      ENGINE.expenses.flush();
      if (edited < edits && ENGINE.edited.stamps().equals(inForce())) {
        edit(++edited);
      }
      long now = ENGINE.api.summary(company.id()).getOrDefault("POSTED", 0L);
      if (now > posted) {
        posted = now;
        since = System.nanoTime();
      }
      Duration without = Duration.ofNanos(System.nanoTime() - since);
      assertThat(without).as("without a document that goes out").isLessThan(LONGEST_PAUSE);
      pause = without.compareTo(pause) > 0 ? without : pause;
    }
    LOG.warn(
        "{} documents in {}, {} edits, none went out for {} at most",
        sent,
        Duration.ofNanos(System.nanoTime() - begin),
        edited,
        pause);

    Set<String> references = new HashSet<>();
    Set<String> editions = new TreeSet<>();
    for (JsonNode document : documents(company)) {
      Set<String> made = editions(document);
      assertThat(made).as(document.toString()).hasSize(1);
      editions.addAll(made);
      references.add(document.get("Reference").asText());
    }
    assertThat(references).hasSize(sent);
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", (long) sent));
    assertThat(editions).as("editions at work").hasSizeGreaterThan(1);
  }

  private static Map<String, String> inForce() {
    return ENGINE.context.getBean(EditionInForce.class).current().stamps();
  }

  private static void edit(int number) {
    String name = "edition-" + number;
    ENGINE.edited.edit(CARD, "\" · \", $marker()", "\" " + name + " · \", $marker()");
    ENGINE.edited.edit(CHECK, "One document of the ledger", "One document (" + name + ")");
    ENGINE.edited.edit(LINES, "$cut($text ? $text", "$cut($text ? $text & \" " + name + "\"");
  }

  /** Of its reference and of each of its lines. */
  private static Set<String> editions(JsonNode document) {
    Set<String> found = new HashSet<>();
    found.add(edition(document.get("Reference").asText()));
    document.get("LineItems").forEach(line -> found.add(edition(line.get("Description").asText())));
    return found;
  }

  private static String edition(String text) {
    Matcher matcher = EDITION.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static List<JsonNode> documents(Company company) {
    XeroClient xero = XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation());
    List<JsonNode> all = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode some =
          xero.get("BankTransactions?page=" + page + "&pageSize=1000").get("BankTransactions");
      some.forEach(all::add);
      if (some.size() < 1000) {
        return all;
      }
    }
  }
}
