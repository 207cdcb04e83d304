package io.ledgerway.hub;

import io.ledgerway.access.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words and icons of states, and who acts. Thread-safe. */
@Component
class ShownStates {

  /**
   * A state as it is shown.
   *
   * @param look the class that colours it
   * @param icon of the file of icons
   */
  record Shown(String word, String look, String icon) {}

  private static final Map<String, Shown> DOCUMENTS =
      Map.of(
          "RECEIVED", new Shown("Received", "received", "received"),
          "HELD", new Shown("Held", "held", "held"),
          "READY", new Shown("Ready", "ready", "ready"),
          "SENDING", new Shown("Sending", "sending", "sending"),
          "UNCERTAIN", new Shown("Confirming", "confirming", "confirming"),
          "POSTED", new Shown("Posted", "posted", "done"),
          "DIFFERENT", new Shown("Different", "different", "different"),
          "NOTHING_TO_POST", new Shown("Nothing to post", "off", "off"),
          "UNDONE", new Shown("Undone", "undone", "undone"),
          "NOT_ACCEPTED", new Shown("Not accepted", "refused", "refused"));

  private static final Map<String, Shown> CONNECTIONS =
      Map.of(
          "NOT_ENABLED", new Shown("Not connected", "off", "off"),
          "SETUP_INCOMPLETE", new Shown("Set-up incomplete", "held", "held"),
          "ACTIVE", new Shown("Connected", "posted", "done"),
          "EXPIRED", new Shown("Connection expired", "different", "warning"),
          "DISABLED", new Shown("Disabled", "off", "off"));

  private static final Map<String, Shown> RECEIPTS =
      Map.of(
          "NOT_CHOSEN", new Shown("Left out", "off", "off"),
          "WAITING", new Shown("Waiting", "received", "clock"),
          "SENDING", new Shown("Sending", "sending", "sending"),
          "ATTACHED", new Shown("Attached", "posted", "clip"),
          "FAILED", new Shown("Failed", "different", "warning"));

  private static final Map<String, Shown> IMPORTS =
      Map.of(
          "REQUESTED", new Shown("Asked for", "received", "clock"),
          "RUNNING", new Shown("Reading", "sending", "clock"),
          "DONE", new Shown("Done", "posted", "done"),
          "WAITING", new Shown("Waits", "held", "clock"),
          "FAILED", new Shown("Failed", "different", "warning"));

  private static final Map<String, String> ACTORS =
      Map.of(
          "EMPLOYEE", "The employee",
          "ADMIN", "Account admin",
          "FINANCE", "Finance",
          "ENGINEER", "Integration engineer",
          "OPERATOR", "Operator",
          "NOBODY", "Nobody");

  private static final Map<String, Role> ROLES =
      Map.of("ADMIN", Role.ADMIN, "FINANCE", Role.FINANCE, "OPERATOR", Role.OPERATOR);

  public Shown document(String state) {
    return DOCUMENTS.getOrDefault(state, new Shown(state, "off", "info"));
  }

  public Shown receipt(String state) {
    return RECEIPTS.getOrDefault(state, new Shown(state, "off", "info"));
  }

  public Shown lastImport(String state) {
    return IMPORTS.getOrDefault(state, new Shown(state, "off", "info"));
  }

  public Shown connection(String state) {
    return CONNECTIONS.getOrDefault(state, new Shown(state, "off", "info"));
  }

  /**
   * What stands beneath a company's name: its organisation, and its state where that is not well.
   */
  public String company(Visit.Company company) {
    String state = connection(company.state()).word();
    return company.organisation() == null
        ? state
        : "ACTIVE".equals(company.state())
            ? "Xero: " + company.organisation()
            : company.organisation() + " · " + state;
  }

  /** Who acts, and whether that is who looks. */
  public String actor(String actor, Visit visit) {
    String who = ACTORS.getOrDefault(actor, actor);
    return isYou(actor, visit) ? who + ": you" : who;
  }

  /** Whether the visitor can do what needs that person. */
  public boolean isYou(String actor, Visit visit) {
    Role needed = ROLES.get(actor);
    return needed != null && visit != null && visit.may(needed);
  }
}
