package io.ledgerway.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike.
 *
 * @param bits how many of the first ones are the same
 */
record Network(byte[] start, int bits) {

  private static final Pattern WRITTEN = Pattern.compile("[0-9a-fA-F:.]+/[0-9]{1,3}");

  /**
   * @throws IllegalArgumentException when it is not written as {@code 10.0.0.0/8} or {@code
   *     fd00::/8}
   */
  static Network of(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      throw new IllegalArgumentException("Write a network as 10.0.0.0/8, not " + written);
    }
    int slash = written.indexOf('/');
    try {
      byte[] start = InetAddress.getByName(written.substring(0, slash)).getAddress();
      int bits = Integer.parseInt(written.substring(slash + 1));
      if (bits <= start.length * 8) {
        return new Network(start, bits);
      }
    } catch (UnknownHostException e) {
      // told below
    }
    throw new IllegalArgumentException("There is no network " + written);
  }

  boolean has(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
