package io.ledgerway.sandbox.expensify.calls;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * The last 20,000 requests, counts of all, and the bodies of the last 200, up to 16,000 characters
 * each. No secret is kept. Thread-safe.
 */
@Component
public class RequestLog {

  /** Counts of requests that are alike. */
  public record Count(String credential, String job, int status, int code, long count) {}

  /** What was asked and answered. */
  public record Bodies(String request, String answer) {}

  private record Kind(String credential, String job, int status, int code) {}

  private static final int MOST_REQUESTS = 20_000;
  private static final int MOST_BODIES = 200;
  private static final int LONGEST = 16_000;

  private final Deque<LoggedRequest> requests = new ArrayDeque<>();
  private final LinkedHashMap<Long, Bodies> bodies = new LinkedHashMap<>();
  private final Map<Kind, Long> counts = new LinkedHashMap<>();
  private final AtomicLong sequence = new AtomicLong();

  public long next() {
    return sequence.incrementAndGet();
  }

  public synchronized void add(LoggedRequest request, String asked, String answered) {
    requests.addLast(request);
    if (requests.size() > MOST_REQUESTS) {
      requests.removeFirst();
    }
    bodies.put(request.sequence(), new Bodies(cut(asked), cut(answered)));
    if (bodies.size() > MOST_BODIES) {
      bodies.remove(bodies.keySet().iterator().next());
    }
    counts.merge(
        new Kind(request.credential(), request.job(), request.status(), request.code()),
        1L,
        Long::sum);
  }

  /** The newest first; null is any. */
  public synchronized List<LoggedRequest> find(
      String credential, String job, Instant since, int most) {
    List<LoggedRequest> found = new ArrayList<>();
    for (var newest = requests.descendingIterator(); newest.hasNext() && found.size() < most; ) {
      LoggedRequest one = newest.next();
      if ((credential == null || credential.equals(one.credential()))
          && (job == null || job.equals(one.job()) || one.job().startsWith(job + "/"))
          && (since == null || !one.time().isBefore(since))) {
        found.add(one);
      }
    }
    return found;
  }

  /** Null when it is too long ago. */
  public synchronized Bodies bodies(long of) {
    return bodies.get(of);
  }

  public synchronized List<Count> counts() {
    Map<String, Count> sorted = new TreeMap<>();
    counts.forEach(
        (kind, count) ->
            sorted.put(
                kind.toString(),
                new Count(kind.credential(), kind.job(), kind.status(), kind.code(), count)));
    return List.copyOf(sorted.values());
  }

  /** How often jobs of a type were answered without an error. */
  public synchronized long good(String job) {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().job().equals(job))
        .filter(one -> one.getKey().status() == 200 && one.getKey().code() == 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  public synchronized void reset() {
    requests.clear();
    bodies.clear();
    counts.clear();
    sequence.set(0);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
