package io.ledgerway.hub;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A secret in the browser in which a consent was begun: whoever comes back from Xero without it is
 * somebody else. Thread-safe.
 */
@Component
class ConsentCookie {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** As long as an answer from Xero is taken. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final String name;
  private final boolean tls;

  ConsentCookie(@Value("${ledgerway.hub-url}") String hub) {
    this.tls = hub.startsWith("https:");
    this.name = (tls ? "__Host-" : "") + "ledgerway-consent";
  }

  String newSecret() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  ResponseCookie with(String secret) {
    return ResponseCookie.from(name, secret)
        .httpOnly(true)
        .secure(tls)
        .sameSite("Lax")
        .path("/")
        .maxAge(secret.isEmpty() ? Duration.ZERO : GOOD_FOR)
        .build();
  }

  /** Null when the browser has none. */
  String of(HttpServletRequest request) {
    return request.getCookies() == null
        ? null
        : Stream.of(request.getCookies())
            .filter(each -> each.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }
}
