package io.ledgerway.hub;

import io.ledgerway.access.Role;
import io.ledgerway.notice.Need;
import java.util.List;

/**
 * Where somebody can cure a cause in the hub.
 *
 * @param words of the button
 * @param least the role that the cure needs
 */
record Cure(String address, String words, Role least) {

  private static final String TABLE = "table:";
  private static final String SETTING = "setting:";

  /** Null when it is cured elsewhere: in Xero, or at the source. */
  static Cure of(Need need, List<NamedDocument> some) {
    switch (need.code()) {
      case "CONNECTION_EXPIRED", "CONNECTION_DISABLED", "CONSENT_NEEDED":
        return new Cure("/connections", "Connect again", Role.ADMIN);
      case "SETUP_INCOMPLETE":
        return new Cure("/import/accounts", "Continue set-up", Role.ADMIN);
      default:
        return some.stream()
            .flatMap(each -> each.waitsFor().stream())
            .map(Cure::of)
            .filter(each -> each != null)
            .findFirst()
            .orElse(null);
    }
  }

  private static Cure of(String key) {
    if (key.equals("setting:import-settings")) {
      return new Cure("/import/accounts", "Change what is imported", Role.ADMIN);
    }
    String[] parts = key.substring(key.indexOf(':') + 1).split("/", 3);
    if (key.startsWith(TABLE) && parts.length == 3) {
      return new Cure("/tables/" + parts[0] + "/" + parts[1], "Choose it here", Role.FINANCE);
    }
    return key.startsWith(SETTING) && parts.length == 2
        ? new Cure("/sources/" + parts[0], "Choose it here", Role.ADMIN)
        : null;
  }
}
