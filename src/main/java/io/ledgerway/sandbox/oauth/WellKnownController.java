package io.ledgerway.sandbox.oauth;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys that tokens are signed with. */
@RestController
class WellKnownController {

  private final Jwt jwt;

  WellKnownController(Jwt jwt) {
    this.jwt = jwt;
  }

  @GetMapping("/.well-known/openid-configuration/jwks")
  Map<String, Object> keys() {
    return jwt.jwks();
  }
}
