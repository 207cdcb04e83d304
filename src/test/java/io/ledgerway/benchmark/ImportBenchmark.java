package io.ledgerway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A first import of 10,000 contacts and 500 accounts more, by an engine that has just started. */
@Tag("bench")
class ImportBenchmark {

  private static final int CONTACTS = 10_000;
  private static final int ACCOUNTS = 500;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void a_first_import_is_quick_and_small() {
    try (Surroundings around = Surroundings.start();
        EngineProcess engine =
            around.engine("engine-import").jvm("-Xmx256m", "-XX:+UseSerialGC").start()) {
      around.sandbox().switches().limits(0, 0, 0);
      EngineApi api = around.api(engine);
      Organisation small = around.sandbox().switches().addOrganisation("Small", "NZ");
      connect(api, "small", small);
      awaitImport(engine, api, "small", "");
      int seeded = records(api, "small");
      Organisation large =
          around.sandbox().switches().addOrganisation("Large", "NZ", CONTACTS - seeded, ACCOUNTS);

      double before = megabytes(engine);
      List<Measured> measured = new ArrayList<>();
      measured.add(
          measure(around, engine, large, "first import", () -> connect(api, "large", large)));
      assertThat(records(api, "large")).isEqualTo(CONTACTS);
      SandboxBooks books =
          SandboxBooks.read(around.sandbox().uri(), large.clientId(), large.clientSecret());
      CompanySetUp.importExpenses(api, "large", books.employees().get(0));
      CompanySetUp.awaitImport(api, "large");
      measured.add(
          measure(around, engine, large, "everything again", () -> api.startFullImport("large")));
      measured.add(
          measure(around, engine, large, "what changed: nothing", () -> api.startImport("large")));
      report(before, measured);
    }
  }

  private static void connect(EngineApi api, String company, Organisation organisation) {
    api.putCompany(company, Map.of("name", organisation.name()));
    api.connect(company, organisation.clientId(), organisation.clientSecret());
  }

  private record Measured(
      String what, int contactCalls, int calls, double seconds, double peakMegabytes) {}

  private static Measured measure(
      Surroundings around,
      EngineProcess engine,
      Organisation organisation,
      String what,
      Runnable start) {
    EngineApi api = around.api(engine);
    String last = startedAt(api);
    int contactCalls = calls(around, organisation, Map.of("endpoint", "Contacts"));
    int calls = calls(around, organisation, Map.of());
    start.run();
    double peak = awaitImport(engine, api, "large", last);
    JsonNode done = api.company("large").get("lastImport");
    Duration took =
        Duration.between(
            Instant.parse(done.get("startedAt").asText()),
            Instant.parse(done.get("finishedAt").asText()));
    return new Measured(
        what,
        calls(around, organisation, Map.of("endpoint", "Contacts")) - contactCalls,
        calls(around, organisation, Map.of()) - calls,
        took.toMillis() / 1000.0,
        peak);
  }

  /** Empty when there is no such company yet, or it was not read. */
  private static String startedAt(EngineApi api) {
    return StreamSupport.stream(api.get("/companies").spliterator(), false)
        .filter(company -> company.get("id").asText().equals("large"))
        .map(company -> company.at("/lastImport/startedAt").asText())
        .findFirst()
        .orElse("");
  }

  /** The highest resident memory meanwhile, in megabytes. */
  private static double awaitImport(
      EngineProcess engine, EngineApi api, String company, String startedBefore) {
    double[] peak = {0};
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              peak[0] = Math.max(peak[0], megabytes(engine));
              JsonNode last = api.company(company).path("lastImport");
              return last.path("state").asText().equals("DONE")
                  && !last.path("startedAt").asText().equals(startedBefore);
            });
    return peak[0];
  }

  private static int records(EngineApi api, String company) {
    return StreamSupport.stream(
            api.company(company).at("/lastImport/report/resources").spliterator(), false)
        .filter(part -> part.get("resource").asText().equals("Contacts"))
        .mapToInt(part -> part.get("records").asInt())
        .sum();
  }

  private static int calls(
      Surroundings around, Organisation organisation, Map<String, String> more) {
    Map<String, String> filter = new HashMap<>(more);
    filter.put("tenantId", organisation.tenantId());
    return around.sandbox().switches().calls(filter).size();
  }

  private static double megabytes(EngineProcess engine) {
    return engine.residentBytes().orElse(0) / 1048576.0;
  }

  private static void report(double before, List<Measured> measured) {
    BenchmarkPage.write(
        "import",
        List.of("", "contact calls", "calls", "seconds", "resident at most", "more than before"),
        measured.stream()
            .map(
                each ->
                    List.of(
                        each.what(),
                        String.valueOf(each.contactCalls()),
                        String.valueOf(each.calls()),
                        BenchmarkPage.number(each.seconds(), 1),
                        BenchmarkPage.number(each.peakMegabytes(), 0) + " MB",
                        BenchmarkPage.number(each.peakMegabytes() - before, 0) + " MB"))
            .toList());
    Measured first = measured.get(0);
    SoftAssertions aims = new SoftAssertions();
    aims.assertThat(first.contactCalls()).as("contact calls").isEqualTo(10);
    aims.assertThat(first.seconds()).as("seconds").isLessThanOrEqualTo(20);
    aims.assertThat(first.peakMegabytes() - before).as("MB more").isLessThanOrEqualTo(256);
    aims.assertThat(measured.get(2).calls()).as("calls for nothing new").isEqualTo(6);
    aims.assertAll();
  }
}
