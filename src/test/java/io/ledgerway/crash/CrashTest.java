package io.ledgerway.crash;

import io.ledgerway.local.Surroundings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrashTest {

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void expenses_stand_in_xero_exactly_once_although_the_engine_is_killed() {
    proveExactlyOnce(new CrashRun(150, 3, 0.05, 1));
  }

  @Test
  @Tag("soak")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void two_thousand_expenses_survive_twenty_five_kills() {
    proveExactlyOnce(
        new CrashRun(
            Integer.getInteger("crash.expenses", 2_000),
            Integer.getInteger("crash.kills", 25),
            0.05,
            Long.getLong("crash.seed", 20_261_122)));
  }

  private static void proveExactlyOnce(CrashRun run) {
    try (Surroundings around = Surroundings.start()) {
      String tenantId = around.sandbox().switches().organisations().get(0).tenantId();
      Witness witness = new Witness(around, tenantId);
      run.run(
          around,
          (sent, api) -> {
            witness.assertExactlyOnce(sent, api, CrashRun.COMPANY);
            witness.assertTold(sent, run.kills());
          });
    }
  }
}
