package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document has when nothing is said: xero-api.md 4.5 to 4.8 and 7 (item 10). */
@ExtendWith(SandboxExtension.class)
class DefaultsTest {

  @ParameterizedTest(name = "{0}: {1} is {2} __{3}")
  @CsvSource({
    "BankTransactions,LineAmountTypes,Inclusive,doc",
    "BankTransactions,Status,AUTHORISED,doc",
    "BankTransactions,IsReconciled,false,doc",
    "BankTransactions,CurrencyCode,NZD,doc",
    "BankTransactions,CurrencyRate,1,doc",
    "Invoices,LineAmountTypes,Exclusive,doc",
    "Invoices,Status,DRAFT,doc",
    "Invoices,SentToContact,false,doc",
    "Invoices,CurrencyCode,NZD,doc",
    "CreditNotes,LineAmountTypes,Exclusive,doc",
    "CreditNotes,Status,DRAFT,doc",
    "PurchaseOrders,LineAmountTypes,Exclusive,doc",
    "PurchaseOrders,Status,DRAFT,doc",
    "PurchaseOrders,Type,PURCHASEORDER,doc",
    "PurchaseOrders,PurchaseOrderNumber,PO-0001,doc",
    "ManualJournals,LineAmountTypes,NoTax,spec",
    "ManualJournals,Status,DRAFT,spec",
    "ManualJournals,ShowOnCashBasisReports,true,spec"
  })
  void of_a_document(String plural, String property, String value, String tag, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    Map<String, Object> body = body(plural, clerk);
    body.remove("LineAmountTypes");
    body.remove("Status");
    assertThat(clerk.good(plural, body).get(property).asText()).isEqualTo(value);
  }

  /** The clock stands where it is the next day in New Zealand already. */
  @ParameterizedTest(name = "{0}: the date is today where the organisation is __spec")
  @CsvSource({"BankTransactions", "Invoices", "CreditNotes", "PurchaseOrders", "ManualJournals"})
  void date(String plural, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    Instant now = Instant.parse(calls.control("GET", "clock", null).at("/now").asText());
    long hours = Math.floorMod(20 - now.atZone(ZoneId.of("UTC")).getHour(), 24);
    calls.advance("PT" + hours + "H");
    calls.token(null);
    LocalDate there =
        LocalDate.ofInstant(now.plusSeconds(hours * 3600), ZoneId.of("Pacific/Auckland"));

    JsonNode made = clerk.good(plural, with(body(plural, clerk), "Date", null));

    assertThat(made.get("Date").asText())
        .isEqualTo("/Date(" + there.toEpochDay() * 86_400_000L + "+0000)/");
  }

  @ParameterizedTest(name = "a line on account {0} has tax type {1} __doc")
  @CsvSource({"429,INPUT2", "404,NONE", "720,INPUT2", "900,NONE", "200,OUTPUT2", "970,NONE"})
  void tax_type(String account, String taxType, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    Map<String, Object> bill = Bodies.bill(clerk.ada(), "B", "1.00");
    JsonNode made = clerk.good("Invoices", withLine(bill, "AccountCode", account));
    assertThat(made.at("/LineItems/0/TaxType").asText()).isEqualTo(taxType);
  }

  @Test
  void a_missing_rate_is_the_days_rate__doc(XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    Map<String, Object> bill = with(Bodies.bill(clerk.ada(), "B", "1.00"), "CurrencyCode", "USD");
    JsonNode made = clerk.good("Invoices", bill);
    assertThat(made.get("CurrencyRate").decimalValue()).isEqualByComparingTo("0.611111");
  }

  private static Map<String, Object> body(String plural, Clerk clerk) {
    return switch (plural) {
      case "BankTransactions" -> Bodies.spend(clerk.ada(), "r", "1.00");
      case "Invoices" -> Bodies.bill(clerk.ada(), "B", "1.00");
      case "CreditNotes" -> Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "1.00");
      case "PurchaseOrders" -> Bodies.order(clerk.ada(), "1.00");
      default -> Bodies.journal("N", "429", "1.00", "835", "-1.00");
    };
  }
}
