package io.ledgerway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.fetch.NotFetched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiptCodesDocumentedTest {

  @Test
  void each_reason_why_a_receipt_is_not_in_xero_stands_on_its_page() throws IOException {
    String page = Files.readString(Path.of("docs", "receipts.md"));

    assertThat(
            Stream.concat(Stream.of(NotFetched.Reason.values()), Stream.of(Trouble.values()))
                .map(Enum::name))
        .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
  }
}
