package io.ledgerway.polling;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.source.CompanySources;
import io.ledgerway.start.PlainHttp;
import io.ledgerway.step.StepComponent;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the request in the body to the source, when its limits leave room for one, and makes of the
 * answer what an answer's mapping judges. Where there is no room, or no answer, the step waits and
 * this exchange ends. Thread-safe.
 */
class Ask implements Processor {

  /** What else is needed to ask. */
  record Means(
      RequestPermits permits,
      CompanySources sources,
      Polls polls,
      SourceHttp http,
      Supplier<Path> files,
      boolean plainHttp) {}

  static final String ANSWER = "answer";
  private static final Logger LOG = LoggerFactory.getLogger(Ask.class);
  private static final int MOST_SILENCES = 8;
  private static final int LONGEST_WAIT = 900;

  private final Means means;
  private final String url;
  private final List<RequestLimit> limits;
  private final String cursor;

  private Ask(Means means, String url, List<RequestLimit> limits, String cursor) {
    this.means = means;
    this.url = url;
    this.limits = limits;
    this.cursor = cursor;
  }

  /**
   * The step as a route names it: {@code url}; {@code limits} of one credential, such as {@code
   * 5/10s,20/60s}; {@code cursor}, the field of records that says how far the source was read.
   */
  static StepComponent.Configurable by(Means means) {
    return options -> {
      String url = (String) options.remove("url");
      String limits = (String) options.remove("limits");
      if (url == null || limits == null) {
        throw new IllegalArgumentException("polling:ask needs the options 'url' and 'limits'");
      }
      if (!means.plainHttp() && PlainHttp.leavesThisMachine(url)) {
        throw new IllegalArgumentException(
            "polling:ask would send credentials unencrypted to "
                + url
                + ". Use https, or set LEDGERWAY_ALLOW_PLAIN_HTTP=true");
      }
      return new Ask(means, url, RequestLimit.read(limits), (String) options.remove("cursor"));
    };
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Poll poll = Poll.of(exchange);
    String credential =
        poll.credential() == null ? poll.company() + "/" + poll.source() : poll.credential();
    OutgoingRequest request =
        new OutgoingRequest(
            exchange.getMessage().getBody(Map.class),
            means.sources().open(poll.company(), poll.source()),
            means.files().get());
    var wire = request.to(url);
    RequestPermits.Taken taken = means.permits().take(credential, limits);
    if (taken.permit() == null) {
      wait(exchange, poll, taken);
      return;
    }
    Path file = Files.createTempFile("answer", ".json");
    exchange.getExchangeExtension().addOnCompletion(new Forget(file));
    try {
      if (!poll.isTest()) {
        means.polls().asked(poll);
      }
      HttpResponse<Path> response = means.http().send(wire, file);
      LOG.info(
          "event=source_asked company={} source={} step={} attempt={} status={} bytes={}",
          poll.company(),
          poll.source(),
          poll.step(),
          poll.attempt(),
          response.statusCode(),
          Files.size(file));
      answered(exchange, poll, response);
    } catch (SourceSilent silent) {
      silent(exchange, poll, silent);
    } finally {
      means.permits().end(taken.permit());
    }
  }

  private void wait(Exchange exchange, Poll poll, RequestPermits.Taken taken) {
    if (poll.isTest()) {
      throw new LedgerwayException(
          "SOURCE_BUSY",
          "The source takes no more requests with this credential before " + taken.freeFrom() + ".",
          "Try again then.");
    }
    means
        .polls()
        .waitUntil(poll, taken.freeFrom(), "waits for its turn within the source's limits");
    exchange.setRouteStop(true);
  }

  private void answered(Exchange exchange, Poll poll, HttpResponse<Path> response)
      throws IOException {
    SourceAnswer answer = SourceAnswer.read(response.body(), cursor);
    exchange.setVariable(ANSWER, answer);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("status", response.statusCode());
    view.put("text", answer.beginning());
    view.put("json", answer.object());
    view.put("array", answer.isArray());
    view.put("broken", answer.broken());
    view.put("empty", answer.isEmpty());
    view.put("retryAfter", retryAfter(response));
    view.put("attempt", poll.attempt());
    view.put("account", poll.account());
    Map<?, ?> given = exchange.getVariable(TakeStep.GIVEN, Map.class);
    view.put("settings", given.get("settings"));
    view.put("reference", given.get("reference"));
    view.put("ids", poll.ids().isEmpty() ? null : poll.ids());
    view.put("memory", PollJson.object(poll.memory()));
    exchange.getMessage().setBody(view);
  }

  private static Integer retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .orElse(null);
  }

  private void silent(Exchange exchange, Poll poll, SourceSilent silent) {
    LOG.warn(
        "event=source_silent company={} source={} step={} attempt={} why={}",
        poll.company(),
        poll.source(),
        poll.step(),
        poll.attempt(),
        silent.plainMessage());
    if (poll.isTest()) {
      throw silent;
    }
    if (poll.attempt() >= MOST_SILENCES) {
      means
          .polls()
          .failed(poll, new Blocked(silent.code(), silent.plainMessage(), "NOBODY", silent.hint()));
    } else {
      int wait = Math.min(LONGEST_WAIT, 5 << poll.attempt());
      means.polls().again(poll, wait, silent.plainMessage());
    }
    exchange.setRouteStop(true);
  }

  private static final class Forget extends SynchronizationAdapter {
    private final Path file;

    Forget(Path file) {
      this.file = file;
    }

    @Override
    public void onDone(Exchange done) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("event=answer_not_deleted file={}", file.getFileName());
      }
    }

    @Override
    public boolean allowHandover() {
      return false;
    }
  }
}
