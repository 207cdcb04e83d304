package io.ledgerway.sandbox.expensify.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What can go wrong on purpose. */
public enum FaultKind {
  /** The work is done, then the connection is closed without an answer. */
  DROP_ANSWER("drop-answer"),
  /** The connection is closed before anything is done. */
  DROP_REQUEST("drop-request"),
  /** HTTP 500 with the servlet's page; nothing is done. */
  ERROR_500("500"),
  /** The same, with all done. */
  ERROR_500_AFTER("500-after-work"),
  /** A gateway's page; nothing is done. */
  GATEWAY("502"),
  /** An error object with {@code code} and {@code message}; nothing is done. */
  ERROR("error"),
  /** An error object without a code, as if it were the answer; nothing is done. */
  ERROR_OBJECT("error-object"),
  /** A limit that somebody else has used up; nothing is done. */
  LIMIT("429"),
  /** A page under HTTP 200; nothing is done. */
  HTML("html"),
  /** The work is done, the answer is empty. */
  EMPTY("empty"),
  /** The work is done, the answer ends in its middle. */
  TRUNCATED("truncated"),
  /** The work is done, the answer is bytes that mean nothing. */
  GARBAGE("garbage"),
  /** The file that is ordered is never ready. Jobs of type file only. */
  NEVER_READY("never-ready"),
  /** The work is done at once, the answer comes late. */
  SLOW("slow");

  private final String wire;

  FaultKind(String wire) {
    this.wire = wire;
  }

  /** Nothing is done: the answer stands for the job. */
  boolean instead() {
    return switch (this) {
      case DROP_REQUEST, ERROR_500, GATEWAY, ERROR, ERROR_OBJECT, LIMIT, HTML -> true;
      default -> false;
    };
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
