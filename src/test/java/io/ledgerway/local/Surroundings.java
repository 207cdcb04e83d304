package io.ledgerway.local;

import java.util.concurrent.CompletableFuture;

/** All that an engine needs around it, each on a free port and empty. Thread-safe. */
public record Surroundings(
    LocalPostgres postgres, LocalKafka kafka, SandboxProcess sandbox, EngineSettings settings)
    implements AutoCloseable {

  public static Surroundings start() {
    var sandboxStarting = CompletableFuture.supplyAsync(SandboxProcess::start);
    var kafkaStarting = CompletableFuture.supplyAsync(LocalKafka::start);
    LocalPostgres postgres = LocalPostgres.start();
    LocalKafka kafka = kafkaStarting.join();
    SandboxProcess sandbox = sandboxStarting.join();
    return new Surroundings(
        postgres,
        kafka,
        sandbox,
        EngineSettings.of(postgres, postgres.newDatabase(), kafka, sandbox));
  }

  /** The same servers with another Kafka, and a new database for the engine. */
  public Surroundings with(LocalKafka other) {
    return new Surroundings(
        postgres,
        other,
        sandbox,
        EngineSettings.of(postgres, postgres.newDatabase(), other, sandbox));
  }

  /** The same servers with another sandbox, and a new database for the engine. */
  public Surroundings with(SandboxProcess other) {
    return new Surroundings(
        postgres, kafka, other, EngineSettings.of(postgres, postgres.newDatabase(), kafka, other));
  }

  /** An engine among these, not yet started. */
  public EngineProcess.Builder engine(String name) {
    return EngineProcess.named(name).environment(settings.environment());
  }

  public EngineApi api(EngineProcess engine) {
    return new EngineApi(engine.uri(), settings.apiKey());
  }

  @Override
  public void close() {
    try (postgres;
        kafka;
        sandbox) {
      // closed in reverse order
    }
  }
}
