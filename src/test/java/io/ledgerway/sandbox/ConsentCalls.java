package io.ledgerway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An app that asks for consent and keeps what it gets; the browser follows no redirect. */
final class ConsentCalls {

  static final String BACK = "http://localhost:9999/callback";
  static final String SCOPE = "openid profile email offline_access accounting.settings";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final XeroCalls xero;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private String clientId = "sandbox";
  private String secret = "sandbox";

  ConsentCalls(XeroCalls xero) {
    this.xero = xero;
    asked.put("response_type", "code");
    asked.put("client_id", clientId);
    asked.put("redirect_uri", BACK);
    asked.put("scope", SCOPE);
    asked.put("tenantId", xero.firstOrganisation().get("tenantId").asText());
  }

  ConsentCalls as(String id, String itsSecret) {
    clientId = id;
    secret = itsSecret;
    return with("client_id", id);
  }

  /** A parameter of the consent page, changed or added. */
  ConsentCalls with(String name, String value) {
    asked.put(name, value);
    return this;
  }

  /** The first organisation's user of that address signs in. */
  ConsentCalls user(String email) {
    return with("userId", userId(email));
  }

  String userId(String email) {
    String path = "organisations/" + asked.get("tenantId").split(",")[0] + "/users";
    for (JsonNode user : xero.control("GET", path, null).json()) {
      if (user.get("EmailAddress").asText().equals(email)) {
        return user.get("UserID").asText();
      }
    }
    throw new AssertionError("No user " + email);
  }

  Reply page() {
    return xero.open("GET", "/identity/connect/authorize?" + encoded(asked), null);
  }

  Reply answer(String decision) {
    with("decision", decision);
    return xero.open("POST", "/identity/connect/authorize", encoded(asked), "Content-Type", FORM);
  }

  String code() {
    Reply reply = answer("allow");
    if (reply.status() != 302) {
      throw new AssertionError(reply.body());
    }
    return URI.create(reply.header("Location")).getQuery().replaceAll(".*code=([^&]*).*", "$1");
  }

  Reply exchange(String code, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("redirect_uri", asked.get("redirect_uri"));
    form.put("code", code);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return token(form);
  }

  Reply tokens() {
    return exchange(code());
  }

  Reply refresh(String token) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
  }

  Reply token(Map<String, String> form) {
    return secret == null
        ? xero.open(
            "POST",
            "/connect/token",
            encoded(form) + "&client_id=" + clientId,
            "Content-Type",
            FORM)
        : xero.tokenReply(clientId, secret, encoded(form));
  }

  Reply revoke(String token) {
    return xero.open(
        "POST",
        "/connect/revocation",
        "token=" + token,
        "Authorization",
        XeroCalls.basic(clientId, secret),
        "Content-Type",
        FORM);
  }

  /** {@code /connections}, of whoever the token is. */
  static Reply connections(XeroCalls xero, String token, String method, String path) {
    return xero.open(method, "/connections" + path, null, "Authorization", "Bearer " + token);
  }

  /** A client of the Accounting API with this consent's access token. */
  XeroCalls client() {
    return new XeroCalls(xero.url())
        .token(tokens().at("/access_token").asText())
        .tenant(asked.get("tenantId"));
  }

  static JsonNode claims(String jwt) {
    try {
      return XeroCalls.JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
