package io.ledgerway.fetch;

import io.ledgerway.cause.Catalogue;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;

/** A file could not be had, and why. */
public final class NotFetched extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way: its name is the catalogue's code. */
  public enum Reason {
    ADDRESS_WRONG,
    HOST_NOT_ALLOWED,
    ADDRESS_INSIDE,
    TOO_MANY_REDIRECTS,
    FILE_TOO_LARGE,
    FILE_EMPTY,
    FILE_ENCODED,
    FILE_GONE,
    FILE_NOT_GIVEN,
    HOST_NOT_REACHED,
    TOO_SLOW;

    NotFetched with(Object... named) {
      return new NotFetched(this, Catalogue.OURS.receipt(name()).about(name(), named));
    }
  }

  private final Reason reason;
  private final transient Problem problem;

  private NotFetched(Reason reason, Problem problem) {
    super(problem.code(), problem.message(), problem.action());
    this.reason = reason;
    this.problem = problem;
  }

  public Reason reason() {
    return reason;
  }

  /** As people are told of it. */
  public Problem problem() {
    return problem;
  }

  /** Whether it may be had later. */
  public boolean again() {
    return Catalogue.OURS.receipt(reason.name()).again() != null;
  }
}
