package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.Sample;
import io.ledgerway.demo.Sample.Fate;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.SandboxSwitches.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IsolationTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_company_posts_at_its_normal_pace_beside_three_in_trouble() {
    Company calm = engine.company();
    Company limited = engine.company();
    Company disconnected = engine.company();
    Company wrong = engine.company();
    Company slow = engine.company();
    Duration alone = timeToPost(calm, 1, 200);

    engine.switches().exhaust(limited.tenant(), "minute", Duration.ofHours(1));
    engine.switches().change(disconnected.tenant(), Map.of("disconnected", true));
    engine
        .switches()
        .arm(
            Fault.of("slow")
                .forTenant(slow.tenant())
                .withProbability(1, 1)
                .delayed(Duration.ofSeconds(5)));
    for (Company troubled : List.of(limited, disconnected, slow)) {
      engine.send(troubled.expenses(2).cards(200, 1));
    }
    engine.send(
        IntStream.range(0, 20)
            .boxed()
            .flatMap(
                i ->
                    wrong.expenses(3).wrong().stream()
                        .filter(s -> s.fate() == Fate.HELD)
                        .map(s -> BadInputTest.renamed(s, s.id() + "-" + i)))
            .toList());

    Duration beside = timeToPost(calm, 2, 200);
    assertThat(beside).isLessThan(alone.multipliedBy(3).plusSeconds(3));
    assertThat(engine.api.company(limited.id()).at("/connection/pausedUntil").asText())
        .isGreaterThan(Instant.now().plus(Duration.ofMinutes(50)).toString());
    assertThat(engine.api.company(disconnected.id()).at("/connection/state").asText())
        .isEqualTo("EXPIRED");
    assertThat(engine.api.summary(limited.id())).isEqualTo(Map.of("READY", 200L));
    engine.awaitSummary(disconnected, Map.of("HELD", 200L));
    engine.switches().disarmAll();
    engine.awaitSummary(slow, Map.of("POSTED", 200L));
  }

  private static Duration timeToPost(Company company, long seed, int number) {
    long before = engine.api.summary(company.id()).getOrDefault("POSTED", 0L);
    List<Sample> samples =
        company.expenses(seed).cards(number, 1).stream()
            .map(s -> BadInputTest.renamed(s, s.id() + "-" + seed))
            .toList();
    Instant begin = Instant.now();
    engine.send(samples);
    engine.awaitSummary(company, Map.of("POSTED", before + number));
    return Duration.between(begin, Instant.now());
  }
}
