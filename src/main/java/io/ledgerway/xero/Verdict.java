package io.ledgerway.xero;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What an answer that is no success means for us (xero-api.md 6.7). */
final class Verdict {

  private Verdict() {}

  /** The failure that an answer is; null for a success. */
  static XeroException of(Answer answer, XeroRequest request, Instant now) {
    if (answer.successful()) {
      return null;
    }
    ErrorBody error = ErrorBody.of(answer);
    return switch (answer.status()) {
      case 400 -> badRequest(answer, error, request, now);
      case 401 -> unauthorised(answer, error, request);
      case 403 -> forbidden(answer, error, request);
      case 429 -> {
        Pause pause = Waiting.of(answer, now);
        yield new XeroMustWait(pause.reason(), pause.until(), 429, answer.correlationId());
      }
      case 501 -> refused(answer, error, request, now);
      default ->
          answer.status() >= 500 || answer.status() < 400 || answer.status() == 408
              ? uncertain(answer, error, request, now)
              : refused(answer, error, request, now);
    };
  }

  /** A 2xx that cannot be read: a write was executed, but we do not know what came of it. */
  static XeroException unreadable(Answer answer, XeroRequest request, Exception cause) {
    return new XeroUncertain(
        "Xero answered " + answer.status() + ", but not in JSON that can be read",
        true,
        request.writes(),
        null,
        answer.status(),
        answer.correlationId(),
        cause);
  }

  private static XeroException badRequest(
      Answer answer, ErrorBody error, XeroRequest request, Instant now) {
    for (String message : error.messages()) {
      if (message.contains("is used with a different request")) {
        return new XeroKeyReused(message, 400, answer.correlationId());
      }
    }
    return refused(answer, error, request, now);
  }

  /** What something between us and Xero says of a write says nothing about its documents. */
  private static XeroException refused(
      Answer answer, ErrorBody error, XeroRequest request, Instant now) {
    if (request.writes() && !error.isWrittenByXero()) {
      return uncertain(answer, error, request, now);
    }
    boolean maybeExecuted = answer.status() == 400 && request.savesPartly();
    List<String> messages =
        error.messages().isEmpty()
            ? List.of("Xero answered " + answer.status() + " without a reason")
            : error.messages();
    return new XeroRefused(
        error.text("Type"),
        error.number("ErrorNumber"),
        messages,
        error.elements(),
        maybeExecuted,
        answer.status(),
        answer.correlationId());
  }

  private static XeroException unauthorised(Answer answer, ErrorBody error, XeroRequest request) {
    String told = error.detail() + " " + answer.header("WWW-Authenticate");
    String plain = told.toLowerCase(Locale.ROOT);
    // Xero's own FAQ misspells it.
    boolean consent =
        plain.contains("authorizationunsuccessful")
            || plain.contains("insufficient_scope")
            || plain.contains("insufficent_scope")
            || plain.contains("privileges");
    if (consent) {
      return new XeroConsentNeeded(request.company(), error.detail(), 401, answer.correlationId());
    }
    String refused = "Xero refused the token: " + error.detail();
    // A fresh token that counts as expired heals by itself; a connection lost for it would not.
    return error.isJson() && !plain.contains("tokenexpired")
        ? new XeroReconnectNeeded(request.company(), refused, 401, answer.correlationId())
        : notExecuted(refused, answer);
  }

  private static XeroUncertain notExecuted(String message, Answer answer) {
    return new XeroUncertain(
        message, true, false, null, answer.status(), answer.correlationId(), null);
  }

  private static XeroException forbidden(Answer answer, ErrorBody error, XeroRequest request) {
    if (!error.isJson()) {
      // Some device on the way, not Xero, which says 403 in JSON.
      return notExecuted("Something before Xero answered 403: " + error.detail(), answer);
    }
    String detail = error.detail();
    return detail.isEmpty() || detail.contains("AuthenticationUnsuccessful")
        ? new XeroReconnectNeeded(
            request.company(),
            "The organisation has disconnected this app (403 " + detail + ")",
            403,
            answer.correlationId())
        : new XeroConsentNeeded(request.company(), detail, 403, answer.correlationId());
  }

  private static XeroException uncertain(
      Answer answer, ErrorBody error, XeroRequest request, Instant now) {
    Pause pause = Waiting.of(answer, now);
    return new XeroUncertain(
        "Xero answered " + answer.status() + ": " + error.detail(),
        true,
        request.writes(),
        pause == null ? null : pause.until(),
        answer.status(),
        answer.correlationId(),
        null);
  }
}
