package io.ledgerway.fetch;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem.Actor;

/** A file could not be had, and why. */
public final class NotFetched extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way: its code is its name. */
  public enum Reason {
    ADDRESS_WRONG(
        Actor.ENGINEER,
        false,
        "The address of the file cannot be used: %s.",
        "Have the source give an https address."),
    HOST_NOT_ALLOWED(
        Actor.ENGINEER,
        false,
        "The host %s is not among those that files of this source come from.",
        "Name the host in the source's source.yaml if it is the source's own."),
    ADDRESS_INSIDE(
        Actor.ENGINEER,
        false,
        "The host %s leads to %s, which is no address of the public internet.",
        "Have the source give an address that can be reached from outside."),
    TOO_MANY_REDIRECTS(
        Actor.ENGINEER,
        false,
        "The address leads on to others more than %s times.",
        "Have the source give the address of the file itself."),
    FILE_TOO_LARGE(
        Actor.EMPLOYEE,
        false,
        "The file is larger than %s MB.",
        "Give a smaller file at the source, or attach it in Xero by hand."),
    FILE_EMPTY(Actor.EMPLOYEE, false, "The file is empty.", "Give the file anew at the source."),
    FILE_ENCODED(
        Actor.ENGINEER,
        false,
        "The file came encoded as %s, which nobody asked for.",
        "Have the source give the file as it is."),
    FILE_GONE(
        Actor.ENGINEER,
        false,
        "The source no longer gives the file under its address (%s).",
        "Have the source send the document again, with an address that is good for longer."),
    FILE_NOT_GIVEN(
        Actor.NOBODY,
        true,
        "The source did not give the file (%s).",
        "It is tried again by itself, ever less often."),
    HOST_NOT_REACHED(
        Actor.NOBODY,
        true,
        "The host %s could not be reached: %s.",
        "It is tried again by itself, ever less often."),
    TOO_SLOW(
        Actor.NOBODY,
        true,
        "The file did not come within %s seconds.",
        "It is tried again by itself, ever less often.");

    private final Actor actor;
    private final boolean again;
    private final String message;
    private final String action;

    Reason(Actor actor, boolean again, String message, String action) {
      this.actor = actor;
      this.again = again;
      this.message = message;
      this.action = action;
    }

    NotFetched with(Object... named) {
      return new NotFetched(this, message.formatted(named));
    }
  }

  private final Reason reason;

  private NotFetched(Reason reason, String message) {
    super(reason.name(), message, reason.action);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Who must act. */
  public Actor actor() {
    return reason.actor;
  }

  /** Whether it may be had later. */
  public boolean again() {
    return reason.again;
  }
}
