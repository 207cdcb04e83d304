package io.ledgerway.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who makes a request: a user, whose roles are looked up each time, or a key with one role.
 *
 * @param name a user's login, or how a key is called in logs; never the key
 * @param company of a key; null for a user and for an operator's key
 * @param role of a key; null for a user
 */
record Caller(String name, String company, Role role) implements Principal, Serializable {

  static Caller user(String login) {
    return new Caller(login, null, null);
  }

  static Caller key(String name, String company, Role role) {
    return new Caller(name, company, role);
  }

  boolean isUser() {
    return role == null;
  }

  @Override
  public String getName() {
    return name;
  }
}
