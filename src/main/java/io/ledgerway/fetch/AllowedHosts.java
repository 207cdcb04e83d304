package io.ledgerway.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where files may be fetched from: by name, {@code *.name} for all names below one, and with a port
 * where it is not 443. Immutable.
 */
public record AllowedHosts(List<String> hosts) {

  private static final int HTTPS = 443;

  /**
   * @param address with a host
   */
  boolean allow(URI address) {
    String host = address.getHost().toLowerCase(Locale.ROOT);
    int port = port(address);
    return hosts.stream().anyMatch(allowed -> allows(allowed, host, port));
  }

  static int port(URI address) {
    return address.getPort() < 0 ? HTTPS : address.getPort();
  }

  private static boolean allows(String allowed, String host, int port) {
    int colon = allowed.indexOf(':');
    String name = colon < 0 ? allowed : allowed.substring(0, colon);
    int at = colon < 0 ? HTTPS : Integer.parseInt(allowed.substring(colon + 1));
    return at == port
        && (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
  }
}
