package io.ledgerway.access;

import java.util.Map;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as they are stored: PBKDF2 with 310,000 rounds of HMAC-SHA-256 and a salt each, some
 * 0.2 s of a core to try one. Each hash names its algorithm, so that a better one can follow.
 * Thread-safe.
 */
@Component
class PasswordHashes {

  private static final String BEST = "pbkdf2";

  private final PasswordEncoder hashes =
      new DelegatingPasswordEncoder(
          BEST, Map.of(BEST, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  private volatile String nobodys;

  String of(String password) {
    return hashes.encode(password);
  }

  /**
   * @param hash null when there is no such user: it takes as long to find that out
   */
  boolean isOf(String hash, String password) {
    if (hash == null) {
      if (nobodys == null) {
        nobodys = of("nobody's");
      }
      hashes.matches(password, nobodys);
      return false;
    }
    return hashes.matches(password, hash);
  }
}
