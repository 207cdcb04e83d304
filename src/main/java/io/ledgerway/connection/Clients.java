package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.xero.XeroProperties;
import org.springframework.stereotype.Component;

/** The app that a connection uses: its own, or the environment's. Thread-safe. */
@Component
class Clients {

  private final XeroProperties properties;

  Clients(XeroProperties properties) {
    this.properties = properties;
  }

  /**
   * @param own null for the environment's
   * @throws LedgerwayException when the environment has none
   */
  Client of(Client own) {
    if (own != null) {
      return own;
    }
    if (blank(properties.clientSecret())) {
      throw missing();
    }
    return ofEnvironment();
  }

  /**
   * The environment's, which people consent to. An app for PKCE has no secret.
   *
   * @throws LedgerwayException when the environment has none
   */
  Client ofEnvironment() {
    if (blank(properties.clientId())) {
      throw missing();
    }
    return new Client(
        properties.clientId(), blank(properties.clientSecret()) ? null : properties.clientSecret());
  }

  private static LedgerwayException missing() {
    return new LedgerwayException(
        "XERO_CLIENT_MISSING",
        "Neither the company nor this engine has an app at Xero",
        "Set XERO_CLIENT_ID and XERO_CLIENT_SECRET, or connect with a client id and secret.");
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
