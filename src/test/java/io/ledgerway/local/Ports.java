package io.ledgerway.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. Thread-safe. */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int RANGE = 1_500;
  private static final int FORK = Integer.getInteger("ledgerway.fork", 0) % 8;
  private static final AtomicInteger next = new AtomicInteger(new Random().nextInt(RANGE));

  private Ports() {}

  /**
   * A port that was free a moment ago, on every interface. Tests that run beside one another choose
   * among different ones, and none of those that the system gives to connections.
   */
  public static int free() {
    for (int tries = 0; tries < RANGE; tries++) {
      int port = FIRST + FORK * RANGE + next.getAndIncrement() % RANGE;
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one, then.
      }
    }
    throw new IllegalStateException("no port is free");
  }

  /**
   * Says before anything is started that a port is taken, and how to choose another.
   *
   * @param variable the environment variable that changes the port
   * @throws PortTaken when something listens there already
   */
  public static int requireFree(int port, String who, String variable) {
    // SO_REUSEADDR stays on (Java's default on Unix): sockets of the last run in TIME_WAIT are
    // fine.
    for (InetAddress address : new InetAddress[] {null, InetAddress.getLoopbackAddress()}) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port));
      } catch (IOException e) {
        throw new PortTaken(port, who, variable);
      }
    }
    return port;
  }

  /** Something else listens on a port that is needed here. */
  public static final class PortTaken extends IllegalStateException {
    PortTaken(int port, String who, String variable) {
      super(
          "Port %d, meant for %s, is taken. Stop what listens there, or choose another port: %s=%d"
              .formatted(port, who, variable, free()));
    }
  }
}
