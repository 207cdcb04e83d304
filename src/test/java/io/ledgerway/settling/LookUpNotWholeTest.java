package io.ledgerway.settling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.document.DocumentResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookUpNotWholeTest {

  private static final Set<String> ASKED = Set.of("LW-0123456789ABCDEF");

  @Test
  void one_page_of_what_was_asked_for_proves_absence() {
    refuse(answer(1, "Lunch LW-0123456789ABCDEF-07"));
    refuse(answer(0));
    refuse(Map.of("BankTransactions", List.of()));
  }

  @Test
  void a_filter_that_was_not_applied_proves_nothing() {
    assertThatThrownBy(() -> refuse(answer(1, "LW-0123456789ABCDEF-07", "Rent")))
        .hasMessageContaining("1 documents that were not asked for");
    assertThatThrownBy(() -> refuse(Map.of("BankTransactions", List.of(Map.of("Total", 1)))))
        .isInstanceOf(LookUpNotWhole.class);
  }

  @Test
  void a_first_page_of_several_proves_nothing() {
    assertThatThrownBy(() -> refuse(answer(2, "LW-0123456789ABCDEF-07")))
        .hasMessageContaining("2 pages");
  }

  private static void refuse(Map<String, Object> answer) {
    LookUpNotWhole.refuse(answer, DocumentResource.BankTransactions, ASKED);
  }

  private static Map<String, Object> answer(int pages, String... references) {
    return Map.of(
        "pagination",
        Map.of("pageCount", pages),
        "BankTransactions",
        List.of(references).stream().map(text -> Map.of("Reference", text)).toList());
  }
}
