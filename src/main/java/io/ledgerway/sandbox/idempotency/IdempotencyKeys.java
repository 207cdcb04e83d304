package io.ledgerway.sandbox.idempotency;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keys live for six minutes from their first call, per app and not per organisation. A second call
 * with a key that is still running waits for the first one's answer. Thread-safe.
 */
@Component
public class IdempotencyKeys {

  /**
   * @param replayed the call itself was not executed
   */
  public record Result(Answer answer, boolean replayed) {}

  private record Key(String clientId, String value) {}

  private record Entry(ByteBuffer request, long begun, CompletableFuture<KeptAnswer> answer) {}

  private static final long LIFE_MILLIS = 6 * 60 * 1000L;
  private static final int LONGEST = 128;

  private final SandboxClock clock;
  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  IdempotencyKeys(SandboxClock clock) {
    this.clock = clock;
  }

  /**
   * @param call runs at most once per key; must not throw {@link Refusal}
   * @throws Refusal 400 when the key is too long, or was used with another request
   */
  public Result run(
      String clientId, String key, String method, String url, byte[] body, Supplier<Answer> call) {
    if (key.length() > LONGEST) {
      throw Refusal.badRequest("Idempotency Key: the maximum length is 128 characters.");
    }
    Entry mine = new Entry(hash(method, url, body), clock.millis(), new CompletableFuture<>());
    Entry first = firstOrMine(new Key(clientId, key), mine);
    if (first != mine) {
      if (!first.request().equals(mine.request())) {
        throw Refusal.badRequest("Idempotency Key: " + key + " is used with a different request.");
      }
      return new Result(first.answer().join().answer(), true);
    }
    try {
      Answer answer = call.get();
      mine.answer().complete(KeptAnswer.of(answer));
      return new Result(answer, false);
    } catch (RuntimeException | Error e) {
      mine.answer().complete(KeptAnswer.of(Answer.internalError()));
      throw e;
    }
  }

  public synchronized void reset() {
    entries.clear();
  }

  private synchronized Entry firstOrMine(Key key, Entry mine) {
    long oldest = clock.millis() - LIFE_MILLIS;
    for (Iterator<Entry> all = entries.values().iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      if (entry.begun() > oldest) {
        break;
      }
      all.remove();
    }
    Entry there = entries.get(key);
    if (there != null && there.begun() > oldest) {
      return there;
    }
    entries.remove(key);
    entries.put(key, mine);
    return mine;
  }

  private static ByteBuffer hash(String method, String url, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + " " + url + "\n").getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
