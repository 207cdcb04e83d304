package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.problem.LedgerwayException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingComponentTest {

  @TempDir Path folder;
  private CamelContext camel;
  private Mappings mappings;

  @BeforeEach
  void start() throws Exception {
    write("perk/card", "{ \"total\": $total(amounts), \"marker\": $marker() }");
    write("perk/contact", "{ \"id\": $contactByEmail(email) }");
    mappings =
        new Mappings(
            folder, SampleBooks.sources(), company -> SampleBooks.acme(), SampleBooks.posted());
    camel = new DefaultCamelContext();
    camel.addComponent("mapping", new MappingComponent(mappings));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").toD("mapping:perk/${variable.kind}");
          }
        });
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void text_bytes_json_nodes_and_maps_are_mapped_alike() throws Exception {
    String json = "{\"amounts\": [189.10, 0.2]}";
    Map<String, Object> expected =
        Map.of("total", new BigDecimal("189.30"), "marker", "LW-000000000000-00");

    assertThat(send("card", json).getMessage().getBody()).isEqualTo(expected);
    assertThat(send("card", json.getBytes()).getMessage().getBody()).isEqualTo(expected);
    assertThat(send("card", Documents.read(json)).getMessage().getBody()).isEqualTo(expected);
    assertThat(send("card", new ObjectMapper().readTree(json)).getException()).isNull();
  }

  @Test
  void the_exchange_gives_company_and_marker() {
    Exchange exchange = new DefaultExchange(camel);
    exchange.setVariable("kind", "card");
    exchange.setVariable("marker", "LW-7K3M9QX2ABCD-07");
    exchange.getMessage().setBody("{\"amounts\": 1}");

    assertThat(camel.createProducerTemplate().send("direct:in", exchange).getMessage().getBody())
        .isEqualTo(Map.of("total", BigDecimal.ONE, "marker", "LW-7K3M9QX2ABCD-07"));
  }

  @Test
  void what_is_not_json_is_told_so() {
    assertThat(send("card", "{oops").getException())
        .isInstanceOf(LedgerwayException.class)
        .hasMessageContaining("DOCUMENT_UNREADABLE");
    assertThat(send("card", "[".repeat(2000)).getException())
        .isInstanceOf(LedgerwayException.class)
        .hasMessageNotContaining("StreamReadConstraints");
  }

  @Test
  void a_look_up_without_a_company_is_told_so() {
    assertThat(send("contact", "{\"email\": \"ada@acme.example\"}").getException())
        .hasMessageContaining("COMPANY_NOT_SET");
  }

  @Test
  void a_missing_file_a_bad_name_and_an_unknown_option_fail_when_the_route_is_made() {
    assertThatThrownBy(() -> camel.getEndpoint("mapping:perk/nowhere"))
        .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class)
        .hasStackTraceContaining("MAPPING_MISSING");
    assertThatThrownBy(() -> camel.getEndpoint("mapping:../secret"))
        .hasStackTraceContaining("MAPPING_NAME_INVALID");
    assertThatThrownBy(() -> camel.getEndpoint("mapping:perk/card?speed=11"))
        .hasStackTraceContaining("speed");
  }

  @Test
  void what_began_with_some_mappings_ends_with_them_and_the_next_has_those_that_were_taken_up()
      throws Exception {
    Mappings began = mappings.now();
    write("perk/card", "{ \"a\": 1 }");
    assertThat(send("card", "{\"amounts\": 1}").getMessage().getBody().toString())
        .as("the file alone changes nothing")
        .contains("total");
    takeUp();

    assertThat(send("card", "{}").getMessage().getBody()).isEqualTo(Map.of("a", BigDecimal.ONE));
    assertThat(began.map("perk/card", "{\"amounts\": 1}", null, null, null).toString())
        .contains("total");
    assertThat(began.version("perk/card")).isNotEqualTo(mappings.version("perk/card"));
  }

  @Test
  void what_is_broken_is_named_and_the_others_work() throws Exception {
    write("perk/card", "{ \"a\": 1 +");
    takeUp();

    assertThat(mappings.unusable())
        .containsOnlyKeys("perk/card")
        .allSatisfy((name, broken) -> assertThat(broken.line()).isEqualTo(1));
    assertThat(mappings.versions()).containsOnlyKeys("perk/contact");
    assertThat(send("card", "{}").getException())
        .hasMessageContaining("MAPPING_BROKEN")
        .hasMessageContaining("card.jsonata");
  }

  @Test
  void what_was_edited_or_added_is_told_once() throws Exception {
    assertThat(names(mappings.edited())).containsExactly("perk/card", "perk/contact");
    assertThat(mappings.edited()).isEmpty();

    write("perk/card", "{ \"a\": 1 +");
    write("perk/new", "{ \"a\": 2 }");
    takeUp();
    assertThat(names(mappings.edited())).containsExactly("perk/new");

    write("perk/card", "{ \"a\": 2 }");
    takeUp();
    assertThat(names(mappings.edited())).containsExactly("perk/card");
  }

  @Test
  void a_part_is_shared_and_its_edits_and_mistakes_are_told_of_who_uses_it() throws Exception {
    write("perk/part", "{ \"twice\": $plus(n, n) }");
    write("perk/card", "{ \"part\": $use(\"part\", $) }");
    takeUp();
    mappings.edited();
    assertThat(send("card", "{\"n\": 2}").getMessage().getBody())
        .isEqualTo(Map.of("part", Map.of("twice", BigDecimal.valueOf(4))));

    write("perk/part", "{ \"twice\":\n $uppercase(n) }");
    takeUp();
    assertThat(names(mappings.edited())).containsExactly("perk/card", "perk/part");
    assertThat(send("card", "{\"n\": 2}").getException())
        .isInstanceOfSatisfying(
            MappingException.class,
            failed -> {
              assertThat(failed.getMessage()).contains("part.jsonata");
              assertThat(failed.line()).isEqualTo(2);
            });
  }

  private void takeUp() {
    mappings.take(new Compiled(folder, UnaryOperator.identity(), SampleBooks.sources()));
  }

  private Exchange send(String kind, Object body) {
    return camel
        .createProducerTemplate()
        .request(
            "direct:in",
            exchange -> {
              exchange.setVariable("kind", kind);
              exchange.getMessage().setBody(body);
            });
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name + ".jsonata");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(List<Map<String, String>> edited) {
    return edited.stream().map(one -> one.get("name")).toList();
  }
}
