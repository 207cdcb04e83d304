package io.ledgerway.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a file may be fetched from: those of the public internet, by the registries of
 * special addresses (RFC 6890 and what followed), and networks of one's own that were named. What
 * is embedded in an address of version 6 counts as what it leads to. Immutable.
 */
class PublicInternet {

  private static final List<Network> SPECIAL_4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final Network GLOBAL_6 = Network.of("2000::/3");
  private static final List<Network> SPECIAL_6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** Its last four bytes are an address of version 4, which the network's gateway calls. */
  private static final Network TRANSLATED = Network.of("64:ff9b::/96");

  /** Of a machine's own surroundings, such as the metadata of a cloud: whoever names it. */
  private static final List<Network> NEVER =
      networks("169.254.0.0/16", "fe80::/10", "0.0.0.0/8", "224.0.0.0/4", "ff00::/8");

  private final List<Network> ownNetworks;

  /**
   * @param ownNetworks such as {@code 10.1.0.0/16}
   */
  PublicInternet(List<String> ownNetworks) {
    this.ownNetworks = ownNetworks.stream().map(Network::of).toList();
  }

  boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (TRANSLATED.has(bytes)) {
      return has(Network.address(Arrays.copyOfRange(bytes, 12, 16)));
    }
    return any(ownNetworks, bytes) && !any(NEVER, bytes)
        || (address instanceof Inet4Address
            ? !any(SPECIAL_4, bytes)
            : GLOBAL_6.has(bytes) && !any(SPECIAL_6, bytes));
  }

  private static boolean any(List<Network> networks, byte[] address) {
    return networks.stream().anyMatch(network -> network.has(address));
  }

  private static List<Network> networks(String... networks) {
    return Stream.of(networks).map(Network::of).toList();
  }
}
