package io.ledgerway.sandbox.expensify.behaviour;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The behaviour of the moment. Thread-safe. */
@Component
public class Behaviours {

  private final ObjectMapper json;
  private final AtomicReference<Behaviour> current = new AtomicReference<>(Behaviour.USUAL);

  Behaviours(ObjectMapper json) {
    this.json = json;
  }

  public Behaviour now() {
    return current.get();
  }

  public void reset() {
    current.set(Behaviour.USUAL);
  }

  /**
   * Changes what is named and leaves the rest.
   *
   * @throws IllegalArgumentException when a name or value is none
   */
  public synchronized Behaviour change(Map<String, ?> changes) {
    Map<String, Object> all = new TreeMap<>(json.convertValue(current.get(), Map.class));
    changes.forEach(
        (name, value) -> {
          if (!all.containsKey(name)) {
            throw new IllegalArgumentException("Unknown '" + name + "'; known: " + all.keySet());
          }
          all.put(name, value);
        });
    Behaviour wanted = json.convertValue(all, Behaviour.class);
    ZoneId.of(wanted.zone());
    current.set(wanted);
    return wanted;
  }
}
