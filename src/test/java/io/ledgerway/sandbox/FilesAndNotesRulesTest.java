package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments and history: xero-api.md 4.13 and 4.14. */
@ExtendWith(SandboxExtension.class)
class FilesAndNotesRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @ParameterizedTest(name = "{0} have files: {1}, and notes: {2} __spec")
  @CsvSource({
    "Accounts,true,false",
    "Contacts,true,true",
    "Items,false,true",
    "BankTransactions,true,true",
    "Invoices,true,true",
    "CreditNotes,true,true",
    "PurchaseOrders,true,true",
    "ManualJournals,true,true",
    "Payments,false,true",
    "BatchPayments,false,true"
  })
  void parents(String plural, boolean files, boolean notes) {
    String path = plural + "/" + record(plural);
    Reply file = attach(path, "a.pdf");
    assertThat(file.status()).isEqualTo(files ? 200 : 404);
    if (files) {
      assertThat(xero.get(path).at("/" + plural + "/0/HasAttachments").asBoolean()).isTrue();
    }
    Reply note = xero.put(path + "/History", all("HistoryRecords", Map.of("Details", "Checked")));
    assertThat(note.status()).isEqualTo(notes ? 200 : 404);
    if (notes) {
      JsonNode kept = xero.get(path + "/History").at("/HistoryRecords/0");
      assertThat(kept.get("Details").asText()).isEqualTo("Checked");
      assertThat(kept.get("User").asText()).isEqualTo("System Generated");
    }
  }

  @Test
  void a_record_has_at_most_ten_files_and_one_of_the_same_name_is_replaced__doc() {
    IntStream.range(0, 10)
        .forEach(i -> assertThat(attach(ada(), i + ".pdf").status()).isEqualTo(200));
    assertThat(attach(ada(), "0.pdf").status()).isEqualTo(200);
    assertThat(attach(ada(), "10.pdf").status()).isEqualTo(400);
    assertThat(xero.get(ada() + "/Attachments").at("/Attachments")).hasSize(10);
  }

  @ParameterizedTest(name = "{0} in a file name is refused __doc")
  @ValueSource(
      strings = {
        "a%3Cb.pdf",
        "a%3Eb.pdf",
        "a%3Ab.pdf",
        "a%22b.pdf",
        "a%5Cb.pdf",
        "a%7Cb.pdf",
        "a%3Fb.pdf",
        "a%2Ab.pdf",
        "a%2Bb.pdf",
        "a%00b.pdf"
      })
  void characters(String name) {
    assertThat(attach(ada(), name).status()).isEqualTo(400);
  }

  @Test
  void a_name_is_encoded_as_usual__unverified() {
    assertThat(attach(ada(), "r%C3%A9sum%C3%A9%201.pdf").at("/Attachments/0/FileName").asText())
        .isEqualTo("résumé 1.pdf");
  }

  @Test
  void a_file_has_at_most_ten_megabytes__doc() {
    String most = "x".repeat(10 * 1024 * 1024);
    assertThat(attach(ada(), "a.pdf", most).status()).isEqualTo(200);
    assertThat(attach(ada(), "a.pdf", most + "x").status()).isBetween(400, 413);
  }

  @Test
  void a_file_is_found_by_id_and_by_name_with_its_own_type__doc() {
    JsonNode file = attach(ada(), "a.pdf").at("/Attachments/0");
    assertThat(file.get("MimeType").asText()).isEqualTo("application/pdf");
    assertThat(file.get("ContentLength").asInt()).isEqualTo(7);
    assertThat(file.get("Url").asText()).endsWith("/Attachments/a.pdf");
    for (String name : new String[] {"a.pdf", file.get("AttachmentID").asText()}) {
      Reply content = xero.get(ada() + "/Attachments/" + name);
      assertThat(content.body()).isEqualTo("content");
      assertThat(content.header("Content-Type")).startsWith("application/pdf");
    }
  }

  @Test
  void a_file_cannot_be_deleted__doc() {
    attach(ada(), "a.pdf");
    assertThat(xero.call("DELETE", ada() + "/Attachments/a.pdf", null).status()).isEqualTo(501);
  }

  @Test
  void only_files_of_sales_are_shown_online__doc() {
    assertThat(online("Invoices", Bodies.sale(clerk.ada(), "S", "1.00"))).isTrue();
    assertThat(online("CreditNotes", Bodies.creditNote(clerk.ada(), "ACCRECCREDIT", "1.00")))
        .isTrue();
    assertThat(online("Invoices", Bodies.bill(clerk.ada(), "B", "1.00"))).isFalse();
    assertThat(online("BankTransactions", Bodies.spend(clerk.ada(), "r", "1.00"))).isFalse();
  }

  @Test
  void a_note_cannot_be_edited_or_deleted__doc() {
    String path = ada() + "/History";
    xero.put(path, all("HistoryRecords", Map.of("Details", "x")));
    assertThat(xero.post(path, all("HistoryRecords", Map.of("Details", "y"))).status())
        .isEqualTo(501);
    assertThat(xero.call("DELETE", path, null).status()).isEqualTo(501);
  }

  private boolean online(String plural, Map<String, Object> body) {
    String path = plural + "/" + Clerk.id(plural, clerk.good(plural, body));
    return attach(path, "a.pdf?IncludeOnline=true").at("/Attachments/0/IncludeOnline").asBoolean();
  }

  private String ada() {
    return "Contacts/" + clerk.ada();
  }

  private Reply attach(String path, String name) {
    return attach(path, name, "content");
  }

  private Reply attach(String path, String name, String content) {
    return xero.put(path + "/Attachments/" + name, content, "Content-Type", "application/pdf");
  }

  /** The id of a new record, or of one that is there. */
  private String record(String plural) {
    return switch (plural) {
      case "Accounts" -> xero.get("Accounts").at("/Accounts/0/AccountID").asText();
      case "Contacts" -> clerk.ada();
      case "Items" -> made(plural, Map.of("Code", "I"));
      case "BankTransactions" -> made(plural, Bodies.spend(clerk.ada(), "r", "1.00"));
      case "Invoices" -> made(plural, Bodies.bill(clerk.ada(), "B", "1.00"));
      case "CreditNotes" -> made(plural, Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "1.00"));
      case "PurchaseOrders" -> made(plural, Bodies.order(clerk.ada(), "1.00"));
      case "ManualJournals" -> made(plural, Bodies.journal("N", "429", "1.00", "835", "-1.00"));
      case "Payments" -> made(plural, Bodies.payment(record("Invoices"), "1.00"));
      default ->
          made(
              plural,
              Map.of(
                  "Account",
                  Map.of("Code", "090"),
                  "Payments",
                  new Object[] {
                    Map.of("Invoice", Map.of("InvoiceID", record("Invoices")), "Amount", 1)
                  }));
    };
  }

  private String made(String plural, Map<String, ?> body) {
    return Clerk.id(plural, clerk.good(plural, body));
  }
}
