package io.ledgerway.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8090",
        "http://127.0.0.1",
        "http://127.1.2.3:1",
        "http://[::1]:8090/x",
        "http://xero.localhost",
        "https://xero.example",
        ""
      })
  void what_is_encrypted_or_stays_on_this_machine_may_be_called(String address) {
    assertThat(PlainHttp.leavesThisMachine(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sandbox:8090",
        "HTTP://api.xero.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost@xero.example",
        "http://10.0.0.1",
        "http:// nonsense",
        "http:xero.example"
      })
  void what_would_cross_a_network_in_plain_may_not(String address) {
    assertThat(PlainHttp.leavesThisMachine(address)).isTrue();
  }
}
