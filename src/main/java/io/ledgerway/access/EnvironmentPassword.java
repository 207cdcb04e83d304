package io.ledgerway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The password of {@code admin}, when it is a setting: then it is stored nowhere, and changing the
 * setting changes it. Thread-safe.
 */
@Component
class EnvironmentPassword {

  static final String LOGIN = "admin";

  private final byte[] password;

  EnvironmentPassword(@Value("${ledgerway.admin-password:}") String password) {
    this.password = password.strip().getBytes(StandardCharsets.UTF_8);
  }

  boolean isSet() {
    return password.length > 0;
  }

  /** Whether the user's password is this one, and none that is stored. */
  boolean isOf(String login) {
    return isSet() && LOGIN.equals(Users.loginOf(login));
  }

  boolean matches(String given) {
    return MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
  }
}
