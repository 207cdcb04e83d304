package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs tokens with RS256, by a key that lives as long as the process. */
@Component
class Jwt {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  static final String ISSUER = "https://identity.xero.com";

  private static final String KEY_ID = "SANDBOX";

  private KeyPair keys;

  String sign(Grant grant) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("nbf", grant.issued().getEpochSecond());
    claims.put("exp", grant.expires().getEpochSecond());
    claims.put("iss", ISSUER);
    claims.put("aud", ISSUER + "/resources");
    claims.put("client_id", grant.app().clientId());
    if (grant.userId() != null) {
      claims.put("sub", grant.userId().toString().replace("-", ""));
      claims.put("xero_userid", grant.userId());
      claims.put("auth_time", grant.issued().getEpochSecond());
      claims.put("global_session_id", grant.authEventId().toString().replace("-", ""));
    }
    claims.put("authentication_event_id", grant.authEventId());
    claims.put("jti", UUID.randomUUID().toString().replace("-", ""));
    claims.put("scope", grant.scopes());
    return sign(claims);
  }

  String sign(Map<String, Object> claims) {
    String head =
        encode(Json.bytes(Map.of("alg", "RS256", "kid", KEY_ID, "typ", "JWT")))
            + "."
            + encode(Json.bytes(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys().getPrivate());
      signature.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key, as at {@code /.well-known/openid-configuration/jwks}. */
  Map<String, Object> jwks() {
    RSAPublicKey key = (RSAPublicKey) keys().getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                KEY_ID,
                "alg",
                "RS256",
                "n",
                encode(unsigned(key.getModulus())),
                "e",
                encode(unsigned(key.getPublicExponent())))));
  }

  /** Made when first needed: it takes longer than the rest of the start. */
  private synchronized KeyPair keys() {
    if (keys == null) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    return keys;
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encode(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
