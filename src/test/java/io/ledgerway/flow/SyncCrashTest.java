package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Kills the engine with SIGKILL while it reads contacts: after the pages of {@code -Dsync.kills},
 * such as {@code 1,2,3,4}; without it after the second.
 */
class SyncCrashTest {

  private static final Duration PAGE = Duration.ofMillis(1000);
  private static final List<Integer> KILLS =
      Stream.of(System.getProperty("sync.kills", "2").split(",")).map(Integer::valueOf).toList();

  @Test
  void killed_between_pages_an_import_goes_on_behind_them_and_ends_the_same() {
    Surroundings around = Engine.shared().around;
    SandboxSwitches xero = around.sandbox().switches();
    Organisation books = xero.addOrganisation("Killed", "NZ", 4_500);
    xero.arm(Fault.of("slow").on("GET", "Contacts").forTenant(books.tenantId()).delayed(PAGE));
    try (LocalKafka kafka = LocalKafka.start()) {
      Surroundings own = around.with(kafka);
      for (int kill = 0; kill < KILLS.size(); kill++) {
        try (EngineProcess killed = start(own)) {
          EngineApi api = own.api(killed);
          if (kill == 0) {
            api.putCompany("killed", Map.of("name", "Killed Ltd"));
            api.connect("killed", books.clientId(), books.clientSecret());
          }
          awaitContacts(api, KILLS.get(kill) * 1000);
          killed.kill();
        }
      }
      try (EngineProcess last = start(own)) {
        EngineApi api = own.api(last);
        Awaitility.await("the import")
            .atMost(Duration.ofSeconds(40))
            .until(() -> api.company("killed").at("/lastImport/state").asText().equals("DONE"));

        List<JsonNode> contacts =
            api.pages("/companies/killed/reference-data/contact?limit=500&active=true");
        JsonNode calls = xero.calls(Map.of("tenantId", books.tenantId(), "endpoint", "Contacts"));
        assertThat(contacts.size()).isGreaterThan(4_500);
        assertThat(contacts).extracting(each -> each.get("id").asText()).doesNotHaveDuplicates();
        assertThat(calls.size())
            .as("five pages, and what was under way at a kill")
            .isBetween(5, 5 + KILLS.size());
        CompanySetUp.importExpenses(api, "killed", "somebody@acme.example");
        Awaitility.await("every contact told")
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () ->
                    Topic.readAll(own.kafka(), "perk.reference-data").stream()
                            .filter(record -> record.key().startsWith("killed/contact/"))
                            .map(record -> record.key())
                            .distinct()
                            .count()
                        >= contacts.size());
      }
    }
  }

  private static void awaitContacts(EngineApi api, int records) {
    Awaitility.await(records + " contacts")
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              for (JsonNode part : api.company("killed").at("/lastImport/report/resources")) {
                if (part.get("resource").asText().equals("Contacts")) {
                  return part.get("records").asInt() >= records;
                }
              }
              return false;
            });
  }

  private static EngineProcess start(Surroundings around) {
    return around
        .engine("engine-sync-crash")
        .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .start();
  }
}
