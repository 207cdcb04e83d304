package io.ledgerway.receipt;

import io.ledgerway.cause.Catalogue;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;

/** Why a receipt that was had does not stand in Xero: the name is the catalogue's code. */
enum Trouble {
  TYPE_NOT_TAKEN,
  TOO_MANY_FILES,
  NO_FILES_HERE,
  REFUSED_BY_XERO,
  XERO_SILENT,
  XERO_SHUT,
  NOT_UNDERSTOOD;

  Problem about(Object... named) {
    return Catalogue.OURS.receipt(name()).about(name(), named);
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
