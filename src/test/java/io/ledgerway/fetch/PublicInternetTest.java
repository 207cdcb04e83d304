package io.ledgerway.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files may come from: the public internet, in whatever form an address is written. */
class PublicInternetTest {

  private static final PublicInternet NOTHING_OF_OUR_OWN = new PublicInternet(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2001:10::1",
        "3fff::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2002:5db8:d822::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::a00:1",
        "64:ff9b:1::1"
      })
  void what_is_no_address_of_the_public_internet_is_refused(String address) throws Exception {
    assertThat(NOTHING_OF_OUR_OWN.has(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.167.255.255",
        "169.253.255.255",
        "223.255.255.255",
        "::ffff:93.184.216.34",
        "2606:2800:220:1:248:1893:25c8:1946",
        "2a00:1450:4001::1",
        "64:ff9b::5db8:d822"
      })
  void the_public_internet_is_taken(String address) throws Exception {
    assertThat(NOTHING_OF_OUR_OWN.has(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void a_network_of_our_own_that_was_named_is_taken_and_nothing_beside_it() throws Exception {
    PublicInternet internet = new PublicInternet(List.of("10.1.0.0/16", "fd00:1::/32"));

    assertThat(internet.has(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(internet.has(InetAddress.getByName("fd00:1::5"))).isTrue();
    assertThat(internet.has(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThat(internet.has(InetAddress.getByName("fd00:2::5"))).isFalse();
  }

  @Test
  void the_surroundings_of_a_machine_are_never_taken_whoever_names_them()
      throws UnknownHostException {
    PublicInternet internet = new PublicInternet(List.of("0.0.0.0/0", "::/0"));

    assertThat(internet.has(InetAddress.getByName("10.0.0.1"))).isTrue();
    for (String never : List.of("169.254.169.254", "0.0.0.0", "fe80::1", "224.0.0.1", "ff02::1")) {
      assertThat(internet.has(InetAddress.getByName(never))).as(never).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost/8", "10.0.0.0", "10.0.0.0/33", "10.0.0/x", "1.2.3.4.5/8"})
  void a_network_that_is_none_is_told_at_start(String written) {
    assertThatThrownBy(() -> new PublicInternet(List.of(written)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
