package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All organisations of this sandbox. The first is always there. Thread-safe. */
@Component
public class Organisations {

  /** A person to be found among a new organisation's contacts. */
  public record Employee(String name, String email) {}

  private final SandboxClock clock;
  private final Events events;
  private final Map<UUID, Organisation> all = new LinkedHashMap<>();

  Organisations(SandboxClock clock, Events events) {
    this.clock = clock;
    this.events = events;
    reset();
  }

  /** Back to the start: one New Zealand demo company. */
  public final synchronized void reset() {
    all.clear();
    create("Demo Company (NZ)", Country.NZ, null, 0, 0, List.of());
  }

  /** The id follows from the name, and from how often the name is there already. */
  public synchronized Organisation create(
      String name,
      Country country,
      String baseCurrency,
      int contacts,
      int accounts,
      List<Employee> employees) {
    Organisation made =
        new Organisation(
            freeId(name),
            name,
            country,
            baseCurrency == null ? country.currency : baseCurrency,
            clock,
            events);
    StartState start = new StartState(made);
    start.fill();
    start.generateContacts(contacts);
    start.generateAccounts(accounts);
    employees.forEach(employee -> start.employee(employee.name(), employee.email()));
    all.put(made.tenantId(), made);
    return made;
  }

  public synchronized List<Organisation> copies() {
    return all.values().stream().map(Organisation::copy).toList();
  }

  /** Puts copies in the place of all there are, so that they can be restored again. */
  public synchronized void restore(List<Organisation> copies) {
    all.clear();
    copies.forEach(copy -> all.put(copy.tenantId(), copy.copy()));
  }

  public synchronized Organisation first() {
    return all.values().iterator().next();
  }

  /** Null when there is none. */
  public synchronized Organisation get(UUID tenantId) {
    return all.get(tenantId);
  }

  public synchronized Collection<Organisation> all() {
    return List.copyOf(all.values());
  }

  private UUID freeId(String name) {
    UUID id = id(name);
    for (int i = 2; all.containsKey(id); i++) {
      id = id(name + "#" + i);
    }
    return id;
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("organisation/" + name).getBytes(StandardCharsets.UTF_8));
  }
}
