package io.ledgerway.fetch;

import io.ledgerway.fetch.NotFetched.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Posts JSON to addresses that somebody outside chose, under the guard that files are fetched
 * under. Of an answer its status counts; nothing of its body is read. Thread-safe.
 */
public class Post {

  private final OutsideCalls calls;
  private final boolean plain;
  private final Duration time;

  /**
   * @param retryAfter as it was written; may be null
   */
  public record Answer(int status, String retryAfter) {}

  /**
   * @param plain whether http is allowed beside https
   * @param time for all of a call
   */
  Post(OutsideCalls calls, boolean plain, Duration time) {
    this.calls = calls;
    this.plain = plain;
    this.time = time;
  }

  /**
   * Whether that address may be posted to, as it stands now.
   *
   * @throws NotFetched when it must not be, or its host is not known
   */
  public void check(String address) {
    calls.check(address(address));
  }

  /**
   * @throws NotFetched when nobody could be called there, or must not be, or the answer did not
   *     come in time
   */
  public Answer post(String address, byte[] json, Map<String, String> headers) {
    URI at = address(address);
    HttpPost request = new HttpPost(at);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    return calls.call(
        at,
        request,
        response -> {
          Header wait = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
          // Otherwise the client would read what we have no use for, however long it is.
          request.cancel();
          return new Answer(response.getCode(), wait == null ? null : wait.getValue());
        },
        System.nanoTime() + time.toNanos(),
        () -> Reason.TOO_SLOW.with(time.toSeconds()));
  }

  private URI address(String written) {
    URI at = OutsideCalls.address(written);
    OutsideCalls.require(at, plain);
    return at;
  }
}
