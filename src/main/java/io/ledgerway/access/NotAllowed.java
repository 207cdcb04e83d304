package io.ledgerway.access;

import io.ledgerway.problem.LedgerwayException;

/** Somebody who may look at a company asks for what their role there does not include. */
public class NotAllowed extends LedgerwayException {

  private NotAllowed(String code, String message, String hint) {
    super(code, message, hint);
  }

  static NotAllowed needs(Role needed, Role has) {
    return new NotAllowed(
        "ROLE_NEEDED",
        "This needs the role %s; yours is %s."
            .formatted(needed.word(), has == null ? "none" : has.word()),
        needed == Role.OPERATOR
            ? "An operator of this engine can do it."
            : "An account admin of the company can give you the role, under People and roles.");
  }

  static NotAllowed withoutRule() {
    return new NotAllowed(
        "NO_RULE",
        "Nothing says who may do this, so nobody may.",
        "Tell whoever runs this engine.");
  }

  static NotAllowed beforePasswordIsChanged() {
    return new NotAllowed(
        "PASSWORD_TO_CHANGE",
        "Your password was made by somebody else, who knows it.",
        "Sign in to the hub and choose another.");
  }
}
