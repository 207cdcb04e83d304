package io.ledgerway.hub;

import io.ledgerway.access.Role;
import java.util.List;

/**
 * Who looks at a page, and at which company. A page's method takes it as an argument, and templates
 * find it as {@code visit}.
 *
 * @param login what they sign in with
 * @param name the user's name for people
 * @param company id of the company that is looked at; null when the user has none
 * @param role the user's role in it
 * @param companies those that the user may look at, by name
 */
public record Visit(
    String login, String name, Company company, Role role, List<Company> companies) {

  /**
   * A company in the switch.
   *
   * @param organisation the name of the organisation in Xero; null before it is connected
   * @param state of its connection: NOT_ENABLED, SETUP_INCOMPLETE, ACTIVE, EXPIRED or DISABLED
   */
  public record Company(String id, String name, String organisation, String state) {}

  /** Whether the user may connect and set up. */
  public boolean admin() {
    return may(Role.ADMIN);
  }

  /** Whether the user may export and cure. */
  public boolean finance() {
    return may(Role.FINANCE);
  }

  /** Whether the user may do what needs the role. */
  public boolean may(Role needed) {
    return role != null && role.may(needed);
  }
}
