package io.ledgerway.receipt;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.List;

/** Why a receipt that was had does not stand in Xero: the code is the name. */
enum Trouble {
  TYPE_NOT_TAKEN(
      Actor.EMPLOYEE,
      "Xero takes no files of this type, or it is not what it is called (%s).",
      "Give the receipt as PDF or as a picture at the source, or attach it in Xero by hand."),
  TOO_MANY_FILES(
      Actor.FINANCE,
      "A document in Xero has at most ten files.",
      "Attach it elsewhere in Xero by hand, if it is needed."),
  NO_FILES_HERE(
      Actor.FINANCE,
      "Xero takes no files on %s.",
      "Attach it in Xero by hand where it belongs, if it is needed."),
  REFUSED_BY_XERO(Actor.FINANCE, "Xero refused it: %s", "Do what Xero says, then try it again."),
  XERO_SILENT(
      Actor.NOBODY,
      "Xero did not say whether it took it.",
      "It is looked for in Xero, and sent again if it is not there."),
  XERO_SHUT(
      Actor.ADMIN,
      "Xero does not let files be attached: %s",
      "Connect the company to its organisation again, with leave to attach files."),
  NOT_UNDERSTOOD(
      Actor.OPERATOR,
      "Something failed in the engine itself; its log says what, under the reference %s.",
      "Tell whoever runs this engine. It is tried again by itself.");

  private final Actor actor;
  private final String message;
  private final String action;

  Trouble(Actor actor, String message, String action) {
    this.actor = actor;
    this.message = message;
    this.action = action;
  }

  Problem about(Object... named) {
    return new Problem(name(), message.formatted(named), actor, action, List.of(), null, null);
  }

  /** It can never be attached as it is. */
  Hopeless hopeless(Object... named) {
    return new Hopeless(about(named));
  }

  /** A receipt that somebody has to see to. */
  static final class Hopeless extends LedgerwayException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Hopeless(Problem problem) {
      super(problem.code(), problem.message(), problem.action());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
