package io.ledgerway.checking;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Bounds by bytes what checks hold at once: a few turns at a time, each with room for some
 * megabytes of documents, however many companies have how much to check. What finds no room is left
 * for the turn's next round. Turns wait in line, so that none of them waits for another's whole
 * backlog. Thread-safe.
 */
class CheckRoom {

  private static final int TURNS = 4;
  private static final long MAX_BYTES = 4_000_000;
  private static final String VARIABLE = "checkRoom";

  private final Semaphore turns = new Semaphore(TURNS, true);

  /** Waits for room and takes it, for the documents of one round. */
  Processor take() {
    return exchange -> {
      turns.acquire();
      Room room = new Room();
      exchange.setVariable(VARIABLE, room);
      exchange
          .getExchangeExtension()
          .addOnCompletion(
              new SynchronizationAdapter() {
                @Override
                public void onDone(Exchange done) {
                  room.leave();
                }

                @Override
                public boolean allowHandover() {
                  return false;
                }
              });
    };
  }

  /** Gives it back; what fails gives it back at its end. */
  Processor leave() {
    return exchange -> exchange.getVariable(VARIABLE, Room.class).leave();
  }

  /** Notes that so much is held from here on. */
  static void hold(Exchange exchange, Prepared prepared) {
    Room room = exchange.getVariable(VARIABLE, Room.class);
    if (room != null) {
      room.bytes -= prepared.size();
    }
  }

  /** Of one round; used by its one thread. */
  public final class Room {

    private final AtomicBoolean left = new AtomicBoolean();
    private long bytes = MAX_BYTES;

    public boolean isFree() {
      return bytes > 0;
    }

    private void leave() {
      if (left.compareAndSet(false, true)) {
        turns.release();
      }
    }
  }
}
