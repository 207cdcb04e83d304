package io.ledgerway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.cause.Catalogue;
import io.ledgerway.fetch.NotFetched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiptCausesTest {

  /** An engine asks for all leaves it needs, and what nobody foresees cannot be brought about. */
  private static final List<String> NOT_PROVOKED = List.of("XERO_SHUT", "NOT_UNDERSTOOD");

  private static List<String> codes() {
    return Stream.concat(Stream.of(NotFetched.Reason.values()), Stream.of(Trouble.values()))
        .map(Enum::name)
        .toList();
  }

  @Test
  void each_reason_why_a_receipt_is_not_in_xero_stands_in_the_catalogue_and_no_other() {
    assertThat(Catalogue.OURS.receipts().keySet()).containsExactlyInAnyOrderElementsOf(codes());
  }

  @Test
  void each_but_two_is_provoked_by_a_test() throws IOException {
    String tests =
        Files.readString(Path.of("src/test/java/io/ledgerway/fetch/FetchTest.java"))
            + Files.readString(Path.of("src/test/java/io/ledgerway/flow/ReceiptsTest.java"));
    assertThat(codes())
        .filteredOn(code -> !NOT_PROVOKED.contains(code))
        .allSatisfy(code -> assertThat(tests).contains(code));
  }
}
