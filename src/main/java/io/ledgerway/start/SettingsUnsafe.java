package io.ledgerway.start;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;

/** Settings with which the engine does not start, all of them together; it shows no secret. */
class SettingsUnsafe extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  SettingsUnsafe(List<String> problems) {
    super(
        "SETTINGS_UNSAFE",
        String.join(" ", problems),
        "Mend these settings, then start again: docs/production.md says what each is for.");
  }
}
