package io.ledgerway.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to a webhook that a notice is from here and not of long ago. */
final class Signature {

  private Signature() {}

  /**
   * {@code t=<seconds>,v1=<hmac>}, the HMAC-SHA256 in hex of the seconds, a dot and the body; one
   * {@code v1} for each secret.
   */
  static String of(byte[] body, List<String> secrets, Instant now) {
    String time = String.valueOf(now.getEpochSecond());
    return secrets.stream()
        .map(secret -> "v1=" + hmac(secret, time, body))
        .collect(Collectors.joining(",", "t=" + time + ",", ""));
  }

  private static String hmac(String secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
