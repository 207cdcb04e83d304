package io.ledgerway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {

  @Test
  void a_scope_to_write_is_one_to_read_but_not_the_other_way_round() {
    assertThat(Scopes.lacking("accounting.settings.read", "accounting.settings")).isEmpty();
    assertThat(Scopes.lacking("accounting.settings", "accounting.settings.read"))
        .containsExactly("accounting.settings");
  }

  @Test
  void the_broad_scope_covers_what_it_was_replaced_by_and_no_more() {
    assertThat(
            Scopes.lacking(
                "accounting.invoices accounting.banktransactions.read accounting.contacts",
                "accounting.transactions"))
        .containsExactly("accounting.contacts");
  }
}
