package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SnapshotTest {

  @Test
  void a_snapshot_brings_back_what_stood_there(XeroCalls xero) {
    xero.put("Contacts", all("Contacts", Map.of("Name", "Kept")));
    xero.control("POST", "snapshots/one", null);
    xero.put("Contacts", all("Contacts", Map.of("Name", "Lost")));
    assertThat(xero.control("POST", "snapshots/one/restore", null).status()).isEqualTo(204);
    assertThat(xero.get("Contacts").json().findValuesAsText("Name"))
        .contains("Kept")
        .doesNotContain("Lost");
    assertThat(xero.control("POST", "snapshots/none/restore", null).status()).isEqualTo(404);
  }
}
