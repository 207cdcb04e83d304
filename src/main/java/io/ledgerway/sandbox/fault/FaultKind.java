package io.ledgerway.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What can go wrong on purpose. */
public enum FaultKind {
  /** The work is done, then the connection is closed without an answer. */
  DROP_ANSWER("drop-answer", false),
  /** The connection is closed before anything is done. */
  DROP_REQUEST("drop-request", false),
  /** 500 and nothing is done; kept under the idempotency key. */
  ERROR_500("500", false),
  /** The work is done, the answer is 500; kept under the idempotency key. */
  ERROR_500_AFTER_COMMIT("500-after-commit", false),
  /** The organisation is offline; nothing is done. */
  ERROR_503("503", false),
  /** The same, with Xero's sentence about maintenance. */
  MAINTENANCE("503-maintenance", false),
  /** The same, with Xero's sentence for everything else. */
  UNAVAILABLE("503-unavailable", false),
  LIMIT_MINUTE("429-minute", false),
  LIMIT_DAY("429-day", false),
  LIMIT_CONCURRENT("429-concurrent", false),
  LIMIT_APPMINUTE("429-appminute", false),
  /** The work is done at once, the answer comes late. */
  SLOW("slow", false),
  /** The token of the call expires now. */
  EXPIRED_TOKEN("expired-token", false),
  /** The answers of a batch come in another order. Writes only. */
  SHUFFLE("shuffle", true),
  /** Something else is saved than was sent. Writes only. */
  CORRUPT_SILENTLY("corrupt-silently", true),
  /** A list of documents leaves out what was made or changed lately. Reads only. */
  LIST_LAG("list-lag", false),
  /** A list is answered as if it had been asked for without its {@code where}. Reads only. */
  WHERE_IGNORED("where-ignored", false);

  private final String wire;
  final boolean writesOnly;

  FaultKind(String wire, boolean writesOnly) {
    this.wire = wire;
    this.writesOnly = writesOnly;
  }

  /** May come on top of another fault in the same call. */
  boolean modifies() {
    return this == SLOW || readsOnly() || writesOnly;
  }

  boolean fits(String method) {
    boolean reads = method.equals("GET");
    return readsOnly() ? reads : !writesOnly || !reads;
  }

  private boolean readsOnly() {
    return this == LIST_LAG || this == WHERE_IGNORED;
  }

  @JsonValue
  public String wire() {
    return wire;
  }

  @JsonCreator
  static FaultKind of(String wire) {
    return Arrays.stream(values())
        .filter(kind -> kind.wire.equals(wire))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown kind '"
                        + wire
                        + "'; known: "
                        + Arrays.stream(values()).map(FaultKind::wire).toList()));
  }
}
