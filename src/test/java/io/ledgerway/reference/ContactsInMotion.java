package io.ledgerway.reference;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/**
 * Stands where {@code xero:} does and answers as Contacts, while people write: before each page
 * some time passes and some contacts are added or renamed.
 */
class ContactsInMotion extends DefaultComponent {

  private static final int PAGE = 1000;

  /** Names by ContactID; ids are random, so that a new contact may stand on any page. */
  final Map<String, String> names = new TreeMap<>();

  private final Map<String, Instant> updated = new TreeMap<>();
  private final Random random;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean writing = true;

  ContactsInMotion(long seed) {
    random = new Random(seed);
    write(1500);
  }

  void rest() {
    writing = false;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String resource, Map<String, Object> parameters) {
    parameters.clear();
    return new ProcessorEndpoint(uri, this, exchange -> answer(exchange.getMessage()));
  }

  private void answer(Message message) {
    for (int round = 0; writing && round < 2; round++) {
      boolean longPause = random.nextInt(2) == 0;
      now = now.plusMillis(random.nextInt(longPause ? 1_500_000 : 900));
      write(random.nextInt(400));
    }
    String since = message.getHeader("If-Modified-Since", String.class);
    Instant from =
        since == null ? Instant.MIN : LocalDateTime.parse(since).toInstant(ZoneOffset.UTC);
    List<String> found =
        new ArrayList<>(
            names.keySet().stream().filter(id -> !updated.get(id).isBefore(from)).toList());
    int begin = Math.min((message.getHeader("XeroPage", Integer.class) - 1) * PAGE, found.size());
    List<Map<String, String>> page =
        found.subList(begin, Math.min(begin + PAGE, found.size())).stream()
            .map(
                id ->
                    Map.of(
                        "ContactID",
                        id,
                        "Name",
                        names.get(id),
                        "ContactStatus",
                        "ACTIVE",
                        "UpdatedDateUTC",
                        "/Date(" + updated.get(id).toEpochMilli() + "+0000)/"))
            .toList();
    message.setHeader("XeroDate", now);
    message.setBody(
        Map.of(
            "Contacts",
            page,
            "pagination",
            Map.of("itemCount", found.size(), "pageCount", (found.size() + PAGE - 1) / PAGE)));
  }

  private void write(int times) {
    List<String> ids = new ArrayList<>(names.keySet());
    for (int i = 0; i < times; i++) {
      String id =
          ids.isEmpty() || random.nextInt(10) == 0
              ? Long.toHexString(random.nextLong())
              : ids.get(random.nextInt(ids.size()));
      names.put(id, "Name " + random.nextInt());
      updated.put(id, now);
    }
  }
}
