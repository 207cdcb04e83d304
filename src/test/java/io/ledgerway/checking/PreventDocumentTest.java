package io.ledgerway.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.math.BigDecimal;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PreventDocumentTest {

  private static final LedgerRow ROW =
      new LedgerRow(
          UUID.fromString("019a0000-0000-7000-8000-000000000001"),
          "acme",
          "perk",
          "exp-1",
          1,
          "card-expense",
          "BankTransactions",
          "NZD",
          BigDecimal.ONE,
          "{}",
          null,
          null,
          null,
          "expense",
          null,
          null);

  @Test
  void what_nobody_foresaw_is_told_with_a_reference_by_which_the_log_has_it_whole(
      CapturedOutput log) {
    Problem problem = problemOf(new IllegalStateException("a secret of the library's"));

    assertThat(problem.code()).isEqualTo("UNEXPECTED_ERROR");
    assertThat(problem.message())
        .isEqualTo("An unexpected error occurred. Our team has been notified.");
    assertThat(problem.actor()).isEqualTo(Actor.OPERATOR);
    String reference = problem.action().replaceAll(".*the reference ([0-9a-f-]{36})\\..*", "$1");
    assertThat(log.getAll())
        .contains("event=unforeseen", "reference=" + reference, "a secret of the library's");
    assertThat(problem.action()).doesNotContain("secret");
  }

  @Test
  void what_a_mapping_does_wrong_is_for_who_writes_it() {
    Problem problem = problemOf(new LedgerwayException("MAPPING_BROKEN", "It breaks.", "Mend it."));

    assertThat(problem.code()).isEqualTo("MAPPING_FAILED");
    assertThat(problem.actor()).isEqualTo(Actor.ENGINEER);
    assertThat(problem.waitsFor()).containsExactly("mapping:perk/card-expense");
  }

  private static Problem problemOf(Exception failure) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setVariable(OpenDocument.ROW, ROW);
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
    new PreventDocument().process(exchange);
    return exchange.getMessage().getBody(Prepared.class).problems().get(0);
  }
}
