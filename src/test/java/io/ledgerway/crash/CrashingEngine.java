package io.ledgerway.crash;

import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.WrongClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One engine among others on the same database, which is killed and at once started again, while
 * the clock of its machine is wrong. Not thread-safe.
 */
final class CrashingEngine implements AutoCloseable {

  private final Surroundings around;
  private final String name;
  private final Map<String, String> environment;
  private final WrongClock clock = new WrongClock();
  private CompletableFuture<EngineProcess> process;

  CrashingEngine(Surroundings around, String name) {
    this(around, name, Map.of());
  }

  CrashingEngine(Surroundings around, String name, Map<String, String> environment) {
    this.environment = environment;
    this.around = around;
    this.name = name;
    start();
  }

  void clockWrongBy(Duration by) {
    clock.by(by);
  }

  /** Returns when it is ready. */
  EngineApi api() {
    return around.api(process.join());
  }

  /** SIGKILL, as soon as it is ready; the next one is then on its way. */
  void kill() {
    process.join().kill();
    start();
  }

  /** SIGSTOP. */
  void pause() {
    process.join().pause();
  }

  void resume() {
    process.join().resume();
  }

  @Override
  public void close() {
    process.join().kill();
  }

  private void start() {
    process = CompletableFuture.supplyAsync(() -> engine().start());
  }

  /** As in production, only with less patience, so that each kill finds work in hand. */
  private EngineProcess.Builder engine() {
    return around
        .engine("engine-crash-" + name)
        .environment(environment)
        .clock(clock)
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_SETTLE_FIRST_RETRY", "300ms")
        .environment("LEDGERWAY_SETTLE_AFTER_ERROR", "1s")
        .environment("LEDGERWAY_SETTLE_ABSENT_AFTER", "3s")
        .environment("LEDGERWAY_SETTLE_AFTER_SILENCE", "2s")
        // Kafka gives a dead consumer's partitions away after this time.
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300");
  }
}
