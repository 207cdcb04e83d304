package io.ledgerway.sandbox.calls;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The last 20,000 calls, counts of all of them, and the bodies of the last 200 (up to 16 KB each).
 * Thread-safe.
 */
@Component
public class CallLog {

  /** Counts of calls that are alike. */
  public record Count(
      UUID tenantId,
      String method,
      String endpoint,
      int status,
      long count,
      long elements,
      long replayed) {}

  /** Request and answer of a recent call; headers are a line each. */
  public record Bodies(
      String requestHeaders, String request, String answerHeaders, String answer) {}

  /** What went over the wire. */
  public record Exchange(
      String requestHeaders, byte[] request, String answerHeaders, byte[] answer) {

    private Exchange cut() {
      return new Exchange(requestHeaders, CallLog.cut(request), answerHeaders, CallLog.cut(answer));
    }
  }

  private record Kind(UUID tenantId, String method, String endpoint, int status) {}

  private static final int MOST_CALLS = 20_000;
  private static final int MOST_BODIES = 200;
  private static final int LONGEST_BODY = 16 * 1024;

  private final Deque<LoggedCall> calls = new ArrayDeque<>();
  private final LinkedHashMap<Long, Exchange> bodies = new LinkedHashMap<>();
  private final Map<Kind, long[]> counts = new LinkedHashMap<>();
  private long sequence;

  public synchronized long next() {
    return ++sequence;
  }

  public synchronized void add(LoggedCall call, Exchange exchange) {
    calls.addLast(call);
    if (calls.size() > MOST_CALLS) {
      calls.removeFirst();
    }
    bodies.put(call.sequence(), exchange.cut());
    if (bodies.size() > MOST_BODIES) {
      bodies.remove(bodies.keySet().iterator().next());
    }
    long[] count =
        counts.computeIfAbsent(
            new Kind(call.tenantId(), call.method(), call.endpoint(), call.status()),
            kind -> new long[3]);
    count[0]++;
    count[1] += call.replayed() ? 0 : call.elements();
    count[2] += call.replayed() ? 1 : 0;
  }

  /** The newest first. */
  public synchronized List<LoggedCall> find(
      UUID tenantId, String endpoint, String method, Instant since, int most) {
    Predicate<LoggedCall> wanted =
        call ->
            (tenantId == null || tenantId.equals(call.tenantId()))
                && (endpoint == null || endpoint.equalsIgnoreCase(call.endpoint()))
                && (method == null || method.equalsIgnoreCase(call.method()))
                && (since == null || !call.time().isBefore(since));
    List<LoggedCall> found = new ArrayList<>();
    for (var newest = calls.descendingIterator(); newest.hasNext() && found.size() < most; ) {
      LoggedCall call = newest.next();
      if (wanted.test(call)) {
        found.add(call);
      }
    }
    return found;
  }

  /** Null when it is too long ago. */
  public synchronized Bodies bodies(long of) {
    Exchange kept = bodies.get(of);
    return kept == null
        ? null
        : new Bodies(
            kept.requestHeaders(), text(kept.request()), kept.answerHeaders(), text(kept.answer()));
  }

  public synchronized List<Count> summary(UUID tenantId) {
    Map<String, Count> sorted = new TreeMap<>();
    counts.forEach(
        (kind, count) -> {
          if (tenantId == null || tenantId.equals(kind.tenantId())) {
            sorted.put(
                kind.endpoint() + " " + kind.method() + " " + kind.status() + " " + kind.tenantId(),
                new Count(
                    kind.tenantId(),
                    kind.method(),
                    kind.endpoint(),
                    kind.status(),
                    count[0],
                    count[1],
                    count[2]));
          }
        });
    return List.copyOf(sorted.values());
  }

  public synchronized void reset() {
    calls.clear();
    bodies.clear();
    counts.clear();
    sequence = 0;
  }

  private static byte[] cut(byte[] body) {
    return body.length > LONGEST_BODY ? Arrays.copyOf(body, LONGEST_BODY) : body;
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
