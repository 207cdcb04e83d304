package io.ledgerway.notice;

import io.ledgerway.fetch.NotFetched;
import io.ledgerway.fetch.NotFetched.Reason;
import io.ledgerway.fetch.Post;
import io.ledgerway.notice.NotDelivered.Then;
import io.ledgerway.secret.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Posts a notice to a webhook, signed anew with each attempt. */
class PostNotice implements Processor {

  private final Post post;
  private final Secrets secrets;
  private final Clock clock;

  PostNotice(Post post, Secrets secrets, Clock clock) {
    this.post = post;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Delivery notice = Delivery.of(exchange);
    String owner = notice.destination().toString();
    List<String> keys =
        Stream.of(notice.secret(), notice.formerSecret())
            .filter(Objects::nonNull)
            .map(each -> secrets.open(each, owner))
            .toList();
    byte[] body = notice.bytes();
    accept(
        call(
            notice.url(),
            body,
            Map.of(
                "Ledgerway-Delivery",
                notice.id().toString(),
                "Ledgerway-Signature",
                Signature.of(body, keys, clock.instant()))));
  }

  private Post.Answer call(String url, byte[] body, Map<String, String> headers) {
    try {
      return post.post(url, body, headers);
    } catch (NotFetched e) {
      String message =
          e.reason() == Reason.TOO_SLOW ? "It did not answer in time." : e.plainMessage();
      throw new NotDelivered(e.again() ? Then.LATER : Then.SELDOM, message, null);
    }
  }

  private static void accept(Post.Answer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return;
    }
    if (status == 410) {
      throw new NotDelivered(
          Then.GONE, "It answered 410: nobody wants notices there any more.", null);
    }
    if (status >= 500 || status == 429 || status == 408) {
      throw new NotDelivered(
          Then.LATER, "It answered " + status + ".", seconds(answer.retryAfter()));
    }
    throw new NotDelivered(
        Then.SELDOM,
        status < 400
            ? "It answered " + status + ", and no redirect is followed: give the address itself."
            : "It refused the notice: it answered " + status + ".",
        null);
  }

  private static Duration seconds(String retryAfter) {
    return retryAfter != null && retryAfter.strip().matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
        : null;
  }
}
