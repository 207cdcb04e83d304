package io.ledgerway.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who asks, about which company, in which role: judged before the request was answered.
 *
 * @param company null when the request is about none
 * @param role in the company, or the highest anywhere when there is none
 */
public record Scope(Standing standing, String company, Role role) {

  private static final String ATTRIBUTE = Scope.class.getName();

  /** Of a request that a rule let pass; null for one that is open to anybody. */
  public static Scope of(HttpServletRequest request) {
    return (Scope) request.getAttribute(ATTRIBUTE);
  }

  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
