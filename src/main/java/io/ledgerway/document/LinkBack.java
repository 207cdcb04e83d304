package io.ledgerway.document;

import io.ledgerway.problem.LedgerwayException;
import java.net.URI;
import java.util.Locale;

/** The address by which a document in Xero links back to its page here. */
public final class LinkBack {

  private LinkBack() {}

  /** Xero takes absolute addresses that do not contain its own name. */
  public static boolean isTaken(String url) {
    try {
      URI uri = URI.create(url);
      return uri.isAbsolute()
          && uri.getHost() != null
          && !url.toLowerCase(Locale.ROOT).contains("xero");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @throws LedgerwayException {@code HUB_URL_UNUSABLE} when Xero would refuse every document for
   *     it
   */
  public static String ofHub(String hubUrl) {
    if (!isTaken(hubUrl)) {
      throw new LedgerwayException(
          "HUB_URL_UNUSABLE",
          "Xero takes no document that links to '" + hubUrl + "'.",
          "Set ledgerway.hub-url (LEDGERWAY_HUB_URL) to an absolute address that does not contain"
              + " the word xero.");
    }
    return hubUrl;
  }
}
