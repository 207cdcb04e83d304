package io.ledgerway.start;

import java.net.URI;
import java.util.Locale;

/** Where credentials would travel unencrypted over a network. */
public final class PlainHttp {

  /** The setting that allows it all the same, for tests against a double of a platform. */
  public static final String ALLOWED = "ledgerway.allow-plain-http";

  private PlainHttp() {}

  /** Whether the address is of plain HTTP and of another machine. */
  public static boolean leavesThisMachine(String address) {
    if (!address.strip().toLowerCase(Locale.ROOT).startsWith("http:")) {
      return false;
    }
    String host;
    try {
      host = URI.create(address.strip()).getHost();
    } catch (IllegalArgumentException e) {
      return true;
    }
    return host == null
        || !host.toLowerCase(Locale.ROOT)
            .matches("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
  }
}
