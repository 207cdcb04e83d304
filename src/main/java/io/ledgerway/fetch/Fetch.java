package io.ledgerway.fetch;

import io.ledgerway.fetch.NotFetched.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * Fetches files from addresses that came from outside. Each address on the way is checked anew:
 * https, an allowed host, and found to be of the public internet; and it is called at what was
 * found. Nothing is kept between two files, and nothing is sent along. Thread-safe.
 */
public class Fetch {

  private static final int MOST_REDIRECTS = 3;

  /**
   * @param mostBytes of a file
   * @param time for all of it, redirects included
   */
  public record Limits(long mostBytes, Duration time) {}

  private final OutsideCalls calls;
  private final Limits limits;

  Fetch(OutsideCalls calls, Limits limits) {
    this.calls = calls;
    this.limits = limits;
  }

  /**
   * @param address as it came
   * @throws NotFetched when it cannot be had, or must not be
   */
  public Fetched fetch(String address, AllowedHosts hosts) {
    long end = System.nanoTime() + limits.time().toNanos();
    URI at = OutsideCalls.address(address);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      require(at, hosts);
      FileRequest.Answer answer = call(at, end);
      if (answer.file() != null) {
        return answer.file();
      }
      at = next(at, answer.location());
    }
    throw Reason.TOO_MANY_REDIRECTS.with(MOST_REDIRECTS);
  }

  private static URI next(URI at, String location) {
    try {
      return at.resolve(new URI(location));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw Reason.ADDRESS_WRONG.with("it leads on to what is no address");
    }
  }

  private static void require(URI at, AllowedHosts hosts) {
    OutsideCalls.require(at, false);
    if (!hosts.allow(at)) {
      throw Reason.HOST_NOT_ALLOWED.with(at.getHost() + port(at));
    }
  }

  private static String port(URI at) {
    return at.getPort() < 0 ? "" : ":" + at.getPort();
  }

  private FileRequest.Answer call(URI at, long end) {
    FileRequest file = new FileRequest(at, limits.mostBytes());
    return calls.call(at, file.request(), file, end, this::tooSlow);
  }

  private NotFetched tooSlow() {
    return Reason.TOO_SLOW.with(limits.time().toSeconds());
  }
}
