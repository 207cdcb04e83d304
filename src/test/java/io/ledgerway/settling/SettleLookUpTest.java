package io.ledgerway.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.reference.Books;
import io.ledgerway.sending.Intended;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettleLookUpTest {

  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final Map<String, Object> CONTACT =
      Map.of("Name", "Ana", "ContactNumber", "LW-0123456789ABCDEF-07", "ContactID", ID.toString());

  @Test
  void what_stands_in_xero_twice_is_different_and_names_both() {
    Fate fate = fate(List.of(CONTACT, CONTACT));

    assertThat(fate.state()).isEqualTo("DIFFERENT");
    assertThat(fate.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("STANDS_MORE_THAN_ONCE");
              assertThat(problem.message())
                  .isEqualTo("This document stands in Xero 2 times: [%s, %s]".formatted(ID, ID));
            });
  }

  @Test
  void what_stands_there_once_is_posted_and_what_does_not_can_go_out_again() {
    assertThat(fate(List.of(CONTACT)).state()).isEqualTo("POSTED");
    assertThat(fate(List.of()).state()).isEqualTo("READY");
  }

  private static Fate fate(List<Map<String, Object>> found) {
    return SettleLookUp.fate(
        new Intended(ID, "LW-0123456789ABCDEF-07", CONTACT, "client", null),
        found,
        DocumentResource.Contacts,
        Books.of("acme").build());
  }
}
