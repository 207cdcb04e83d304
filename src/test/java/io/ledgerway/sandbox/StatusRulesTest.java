package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which status a document may begin with, and which may follow: xero-api.md 4.5 to 4.10. */
@ExtendWith(SandboxExtension.class)
class StatusRulesTest {

  @ParameterizedTest(name = "{0} begin as {1}: {2} __{3}")
  @CsvSource({
    "BankTransactions,AUTHORISED,OK,doc",
    "BankTransactions,DELETED,ERROR,doc",
    "BankTransactions,VOIDED,ERROR,doc",
    "Invoices,DRAFT,OK,doc",
    "Invoices,SUBMITTED,OK,doc",
    "Invoices,AUTHORISED,OK,doc",
    "Invoices,PAID,ERROR,exact",
    "Invoices,VOIDED,ERROR,exact",
    "Invoices,DELETED,ERROR,exact",
    "CreditNotes,DRAFT,OK,doc",
    "CreditNotes,SUBMITTED,OK,doc",
    "CreditNotes,AUTHORISED,OK,doc",
    "CreditNotes,PAID,ERROR,exact",
    "PurchaseOrders,DRAFT,OK,doc",
    "PurchaseOrders,SUBMITTED,OK,doc",
    "PurchaseOrders,AUTHORISED,OK,doc",
    "PurchaseOrders,BILLED,OK,doc",
    "PurchaseOrders,DELETED,ERROR,unverified",
    "ManualJournals,DRAFT,OK,spec",
    "ManualJournals,POSTED,OK,spec",
    "ManualJournals,VOIDED,ERROR,spec",
    "ManualJournals,ARCHIVED,ERROR,unverified"
  })
  void begins(String plural, String status, String outcome, String tag, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    JsonNode made = clerk.put(plural, with(body(plural, clerk), "Status", status));
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo(outcome);
    assertThat(Clerk.errors(made))
        .allMatch(message -> message.endsWith(" not of valid status for creation"))
        .hasSize(outcome.equals("OK") ? 0 : 1);
  }

  @ParameterizedTest(name = "{0} from {1} to {2}: {3} __{4}")
  @CsvSource({
    "BankTransactions,AUTHORISED,DELETED,OK,doc",
    "BankTransactions,AUTHORISED,VOIDED,ERROR,doc",
    "Invoices,DRAFT,DRAFT,OK,doc",
    "Invoices,DRAFT,SUBMITTED,OK,doc",
    "Invoices,DRAFT,AUTHORISED,OK,doc",
    "Invoices,DRAFT,DELETED,OK,doc",
    "Invoices,DRAFT,VOIDED,ERROR,doc",
    "Invoices,DRAFT,PAID,ERROR,doc",
    "Invoices,SUBMITTED,SUBMITTED,OK,doc",
    "Invoices,SUBMITTED,DRAFT,OK,doc",
    "Invoices,SUBMITTED,AUTHORISED,OK,doc",
    "Invoices,SUBMITTED,DELETED,OK,doc",
    "Invoices,SUBMITTED,VOIDED,ERROR,doc",
    "Invoices,AUTHORISED,AUTHORISED,OK,doc",
    "Invoices,AUTHORISED,VOIDED,OK,doc",
    "Invoices,AUTHORISED,DRAFT,ERROR,doc",
    "Invoices,AUTHORISED,SUBMITTED,ERROR,doc",
    "Invoices,AUTHORISED,DELETED,ERROR,doc",
    "Invoices,AUTHORISED,PAID,ERROR,doc",
    "CreditNotes,DRAFT,AUTHORISED,OK,doc",
    "CreditNotes,DRAFT,DELETED,OK,doc",
    "CreditNotes,DRAFT,VOIDED,ERROR,doc",
    "CreditNotes,AUTHORISED,VOIDED,OK,doc",
    "CreditNotes,AUTHORISED,DELETED,ERROR,doc",
    "PurchaseOrders,DRAFT,DELETED,OK,doc",
    "PurchaseOrders,DRAFT,BILLED,OK,doc",
    "PurchaseOrders,DRAFT,SUBMITTED,OK,unverified",
    "PurchaseOrders,AUTHORISED,BILLED,OK,doc",
    "PurchaseOrders,AUTHORISED,DELETED,OK,unverified",
    "PurchaseOrders,BILLED,DRAFT,ERROR,unverified",
    "PurchaseOrders,BILLED,DELETED,OK,observed",
    "ManualJournals,DRAFT,POSTED,OK,doc",
    "ManualJournals,DRAFT,DELETED,OK,doc",
    "ManualJournals,DRAFT,VOIDED,ERROR,doc",
    "ManualJournals,POSTED,POSTED,OK,observed",
    "ManualJournals,POSTED,VOIDED,OK,doc",
    "ManualJournals,POSTED,DELETED,ERROR,doc",
    "ManualJournals,POSTED,DRAFT,ERROR,doc"
  })
  void follows(String plural, String from, String to, String outcome, String tag, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    JsonNode made = clerk.good(plural, with(body(plural, clerk), "Status", from));
    JsonNode after =
        clerk.post(plural, Map.of(Clerk.idName(plural), Clerk.id(plural, made), "Status", to));
    assertThat(after.get("StatusAttributeString").asText()).isEqualTo(outcome);
    assertThat(Clerk.errors(after))
        .allMatch(
            message ->
                message.endsWith(
                    plural.equals("PurchaseOrders")
                        ? " status change is invalid"
                        : " not of valid status for modification"));
    assertThat(clerk.read(plural, made).get("Status").asText())
        .isEqualTo(outcome.equals("OK") ? to : from);
  }

  @ParameterizedTest(name = "{0} that are {1} stay so __doc")
  @CsvSource({
    "BankTransactions,DELETED",
    "Invoices,VOIDED",
    "CreditNotes,VOIDED",
    "ManualJournals,VOIDED"
  })
  void ends(String plural, String status, XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    JsonNode made = clerk.good(plural, body(plural, clerk));
    String id = Clerk.id(plural, made);
    clerk.post(plural, Map.of(Clerk.idName(plural), id, "Status", status));
    for (String other : new String[] {"DRAFT", "AUTHORISED", "POSTED"}) {
      clerk.xero.post(plural + "/" + id, Map.of("Status", other));
    }
    assertThat(clerk.read(plural, made).get("Status").asText()).isEqualTo(status);
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
