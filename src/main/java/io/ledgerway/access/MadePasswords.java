package io.ledgerway.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys that nobody guesses. */
final class MadePasswords {

  private static final SecureRandom RANDOM = new SecureRandom();

  private MadePasswords() {}

  /** Text of so many random bytes, in letters, digits, - and _. */
  static String of(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
