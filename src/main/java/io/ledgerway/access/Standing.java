package io.ledgerway.access;

import java.util.Map;
import java.util.Set;

/**
 * What somebody may do at this moment. Immutable.
 *
 * @param caller name of the user or key
 * @param name for people
 * @param operator whether they may do everything, everywhere
 * @param mustChange whether their password is to be changed before anything else
 * @param roles by company; of an operator they say nothing
 */
public record Standing(
    String caller, String name, boolean operator, boolean mustChange, Map<String, Role> roles) {

  public Standing {
    roles = Map.copyOf(roles);
  }

  /** The role in a company; null when there is none. */
  public Role in(String company) {
    return operator ? Role.OPERATOR : company == null ? null : roles.get(company);
  }

  /** The highest role in any company; null when there is none. */
  public Role anywhere() {
    return operator ? Role.OPERATOR : roles.values().stream().max(Role::compareTo).orElse(null);
  }

  /** The companies that may be looked at; of an operator, who may look at all, none is named. */
  public Set<String> companies() {
    return roles.keySet();
  }

  /** Whether the company may be looked at. */
  public boolean sees(String company) {
    return in(company) != null;
  }
}
