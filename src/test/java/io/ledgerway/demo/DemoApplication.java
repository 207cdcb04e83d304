package io.ledgerway.demo;

import io.ledgerway.local.Ports;
import io.ledgerway.local.Ports.PortTaken;
import org.slf4j.LoggerFactory;

/**
 * Everything on one machine, at work: {@code mvn spring-boot:test-run}. Ends with Ctrl-C; nothing
 * is kept.
 */
public final class DemoApplication {

  private DemoApplication() {}

  public static void main(String[] args) {
    // Before threads are started that would all set up logging at once.
    LoggerFactory.getLogger(DemoApplication.class).debug("Starting the demo");
    try {
      DemoPorts ports =
          new DemoPorts(
              port("SERVER_PORT", 8080, "the engine"),
              port("SANDBOX_PORT", 8090, "the sandbox Xero"),
              port("POSTGRES_PORT", 5433, "PostgreSQL"),
              port("KAFKA_PORT", 9092, "Kafka"),
              port("EXPENSIFY_PORT", 8091, "the double of Expensify"));
      new Demo(ports).run();
    } catch (PortTaken e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static int port(String variable, int usual, String who) {
    String chosen = System.getenv(variable);
    try {
      int port = chosen == null || chosen.isBlank() ? usual : Integer.parseInt(chosen.strip());
      return Ports.requireFree(port, who, variable);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(variable + " is not a port: " + chosen, e);
    }
  }

  /** Where each part listens. */
  record DemoPorts(int engine, int sandbox, int postgres, int kafka, int expensify) {}
}
