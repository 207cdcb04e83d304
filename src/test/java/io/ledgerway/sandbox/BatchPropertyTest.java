package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A batch of any documents is what its elements are alone (xero-api.md 2.7). */
class BatchPropertyTest {

  private final XeroCalls xero = new XeroCalls(SandboxExtension.url());

  @Property(tries = 50)
  void a_batch_answers_each_element_as_if_it_were_sent_alone(@ForAll("batches") List<Wish> batch) {
    String plural = batch.get(0).kind().plural;
    String contact = freshStart();
    Object[] bodies = batch.stream().map(wish -> wish.body(contact)).toArray();
    List<String> together = new ArrayList<>();
    xero.put(plural + "?summarizeErrors=false", all(plural, bodies))
        .at("/" + plural)
        .forEach(one -> together.add(essence(one)));
    List<String> saved = saved(plural);

    freshStart();
    List<String> alone = new ArrayList<>();
    for (Object body : bodies) {
      alone.add(
          essence(
              xero.put(plural + "?summarizeErrors=false", all(plural, body))
                  .at("/" + plural + "/0")));
    }
    assertThat(together).isEqualTo(alone);
    assertThat(saved(plural)).isEqualTo(saved);
  }

  @Property(tries = 15)
  void a_batch_whose_errors_are_summarized_saves_the_same_and_shows_the_bad_ones(
      @ForAll("batches") List<Wish> batch) {
    String plural = batch.get(0).kind().plural;
    String contact = freshStart();
    Object[] bodies = batch.stream().map(wish -> wish.body(contact)).toArray();
    JsonNode each =
        xero.put(plural + "?summarizeErrors=false", all(plural, bodies)).at("/" + plural);
    List<String> bad = new ArrayList<>();
    each.forEach(
        one -> {
          if (one.has("ValidationErrors")) {
            bad.add(one.get("ValidationErrors").toString());
          }
        });
    List<String> saved = saved(plural);

    freshStart();
    XeroCalls.Reply summarized = xero.put(plural, all(plural, bodies));
    assertThat(summarized.status()).isEqualTo(bad.isEmpty() ? 200 : 400);
    List<String> shown = new ArrayList<>();
    summarized.at("/Elements").forEach(one -> shown.add(one.get("ValidationErrors").toString()));
    assertThat(shown).isEqualTo(bad);
    assertThat(saved(plural)).isEqualTo(saved);
  }

  @Provide
  Arbitrary<List<Wish>> batches() {
    return Wish.batches();
  }

  private String freshStart() {
    xero.reset();
    xero.token(null);
    xero.limitsOff();
    return xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  private List<String> saved(String plural) {
    List<String> all = new ArrayList<>();
    xero.get(plural + "?page=1&pageSize=1000")
        .at("/" + plural)
        .forEach(one -> all.add(essence(one)));
    return all.stream().sorted().toList();
  }

  private static String essence(JsonNode document) {
    StringBuilder text = new StringBuilder();
    for (String name :
        List.of(
            "StatusAttributeString",
            "Type",
            "Status",
            "InvoiceNumber",
            "CreditNoteNumber",
            "PurchaseOrderNumber",
            "Narration",
            "CurrencyCode",
            "SubTotal",
            "TotalTax",
            "Total",
            "ValidationErrors",
            "Warnings")) {
      text.append(document.path(name)).append(' ');
    }
    return text.append(document.at("/Contact/Name")).toString();
  }
}
