package io.ledgerway.connection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** Which consent an access token came from. */
final class AuthEvent {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AuthEvent() {}

  /**
   * The claim {@code authentication_event_id}; empty when the token has none. The signature is not
   * looked at: the token came from Xero itself a moment ago.
   */
  static Optional<String> of(String accessToken) {
    String[] parts = accessToken.split("\\.");
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String id =
          JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
              .path("authentication_event_id")
              .asText();
      return Optional.of(id).filter(text -> text.matches("[0-9A-Za-z-]{1,64}"));
    } catch (IOException | IllegalArgumentException notAToken) {
      return Optional.empty();
    }
  }
}
