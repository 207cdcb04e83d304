package io.ledgerway.crash;

import io.ledgerway.local.Surroundings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrashTest {

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void expenses_stand_in_xero_exactly_once_although_two_engines_and_all_around_them_fail() {
    prove(
        new CrashRun(
            150, new Interruptions(2, 1, Duration.ofSeconds(5), Duration.ofSeconds(3)), 0.05, 1));
  }

  @Test
  @Tag("soak")
  @Timeout(value = 90, unit = TimeUnit.MINUTES)
  void ten_thousand_survive_forty_kills_and_four_pauses_of_half_a_minute() {
    prove(
        new CrashRun(
            Integer.getInteger("crash.expenses", 10_000),
            new Interruptions(
                Integer.getInteger("crash.kills", 42),
                4,
                Duration.ofSeconds(30),
                Duration.ofMinutes(1)),
            0.05,
            Long.getLong("crash.seed", 20_261_122)));
  }

  private static void prove(CrashRun run) {
    try (Surroundings around = Surroundings.start()) {
      String tenantId = around.sandbox().switches().organisations().get(0).tenantId();
      Witness witness = new Witness(around, tenantId);
      run.run(
          around,
          (sent, api) -> {
            witness.assertExactlyOnce(sent.all(), api, CrashRun.COMPANY);
            witness.assertTold(sent.all(), sent::wasWrongAtFirst, run.interruptions().all());
          });
    }
  }
}
