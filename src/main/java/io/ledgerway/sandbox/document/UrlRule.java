package io.ledgerway.sandbox.document;

import java.net.URI;
import java.util.Locale;

/** The address behind a document's "Go to …" link, xero-api.md 4.5. */
final class UrlRule {

  private UrlRule() {}

  static void check(String url, Findings findings) {
    if (url == null || url.isEmpty()) {
      return;
    }
    if (!absolute(url)) {
      findings.error("Url must be a valid absolute url");
    } else if (url.toLowerCase(Locale.ROOT).contains("xero")) {
      findings.error("Url must not contain the word xero");
    }
  }

  private static boolean absolute(String url) {
    try {
      URI uri = URI.create(url);
      return uri.isAbsolute() && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
