package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.problem.LedgerwayException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
  private final Ticking clock = new Ticking();
  private CamelContext camel;
  private Mappings mappings;

  @BeforeEach
  void start() throws Exception {
    write("perk/card", "{ \"total\": $total(amounts), \"marker\": $marker() }", 1);
    write("perk/contact", "{ \"id\": $contactByEmail(email) }", 1);
    mappings =
        new Mappings(
            folder,
            SampleBooks.sources(),
            company -> SampleBooks.acme(),
            SampleBooks.posted(),
            clock);
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
  void an_edit_is_taken_up_and_a_broken_one_leaves_the_last_good_version_running()
      throws Exception {
    assertThat(send("card", "{\"amounts\": 1}").getException()).isNull();

    write("perk/card", "{ \"a\": 1 }", 2);
    clock.tick();
    assertThat(send("card", "{}").getMessage().getBody()).isEqualTo(Map.of("a", BigDecimal.ONE));

    write("perk/card", "{ \"a\": 1 +", 3);
    clock.tick();
    assertThat(send("card", "{}").getMessage().getBody()).isEqualTo(Map.of("a", BigDecimal.ONE));
    assertThat(mappings.broken())
        .singleElement()
        .satisfies(broken -> assertThat(broken.line()).isEqualTo(1));

    write("perk/card", "{ \"a\": 3 }", 4);
    clock.tick();
    assertThat(send("card", "{}").getMessage().getBody())
        .isEqualTo(Map.of("a", BigDecimal.valueOf(3)));
    assertThat(mappings.broken()).isEmpty();
  }

  @Test
  void what_was_edited_or_added_is_told_once() throws Exception {
    assertThat(names(mappings.edited())).containsExactly("perk/card", "perk/contact");
    assertThat(mappings.edited()).isEmpty();

    write("perk/card", "{ \"a\": 1 +", 2);
    write("perk/new", "{ \"a\": 2 }", 2);
    clock.tick();
    assertThat(names(mappings.edited())).containsExactly("perk/new");

    write("perk/card", "{ \"a\": 2 }", 3);
    clock.tick();
    assertThat(names(mappings.edited())).containsExactly("perk/card");
  }

  @Test
  void a_part_is_shared_and_its_edits_and_mistakes_are_told_of_who_uses_it() throws Exception {
    write("perk/part", "{ \"twice\": $plus(n, n) }", 1);
    write("perk/card", "{ \"part\": $use(\"part\", $) }", 1);
    mappings.edited();
    clock.tick();
    assertThat(send("card", "{\"n\": 2}").getMessage().getBody())
        .isEqualTo(Map.of("part", Map.of("twice", BigDecimal.valueOf(4))));

    write("perk/part", "{ \"twice\":\n $uppercase(n) }", 2);
    clock.tick();
    assertThat(names(mappings.edited())).containsExactly("perk/card", "perk/part");
    assertThat(send("card", "{\"n\": 2}").getException())
        .isInstanceOfSatisfying(
            MappingException.class,
            failed -> {
              assertThat(failed.getMessage()).contains("part.jsonata");
              assertThat(failed.line()).isEqualTo(2);
            });
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

  private void write(String name, String text, int age) throws Exception {
    Path file = folder.resolve(name + ".jsonata");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + age)));
  }

  /** A clock that moves when told to. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void tick() {
      now = now.plusSeconds(1);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static List<String> names(List<Map<String, String>> edited) {
    return edited.stream().map(one -> one.get("name")).toList();
  }
}
