package io.ledgerway.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * A host with the addresses that were found for it once and checked: a connection is made to these
 * and no others, whatever its name leads to a moment later. Immutable.
 */
record CheckedHost(String name, InetAddress[] addresses) implements DnsResolver {

  /**
   * @throws NotFetched when one of its addresses is not public, or there is none
   */
  static CheckedHost of(String name, DnsResolver names, PublicInternet internet) {
    InetAddress[] addresses;
    try {
      addresses = names.resolve(name);
    } catch (UnknownHostException e) {
      throw NotFetched.Reason.HOST_NOT_REACHED.with(name, "no such host is known");
    }
    // One that is inside among several is how a name is made to lead inside at the second try.
    Stream.of(addresses)
        .filter(address -> !internet.has(address))
        .findFirst()
        .ifPresent(
            inside -> {
              throw NotFetched.Reason.ADDRESS_INSIDE.with(name, inside.getHostAddress());
            });
    return new CheckedHost(name, addresses);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (!host.equals(name)) {
      throw new UnknownHostException(host);
    }
    return addresses.clone();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
