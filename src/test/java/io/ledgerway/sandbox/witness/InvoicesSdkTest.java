package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.XeroNotFoundException;
import com.xero.models.accounting.Allocation;
import com.xero.models.accounting.Allocations;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.CreditNote;
import com.xero.models.accounting.CreditNotes;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Invoices;
import com.xero.models.accounting.LineAmountTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invoices, both ways, and CreditNotes with their allocations. */
class InvoicesSdkTest extends SdkWitness {

  @ParameterizedTest
  @EnumSource(names = {"ACCPAY", "ACCREC"})
  void invoices_are_made_in_batches_read_changed_and_voided(Invoice.TypeEnum type)
      throws Exception {
    Invoice bad = aBill("B-2").type(type).lineItems(List.of(line("999", 1.0)));
    List<Invoice> made =
        api.createInvoices(
                token, tenant, invoices(aBill("B-1").type(type), bad), "sdk-" + type, false, null)
            .getInvoices();
    assertThat(made).extracting(Invoice::getStatusAttributeString).containsExactly("OK", "ERROR");
    assertThat(made.get(1).getHasErrors()).isTrue();
    UUID id = made.get(0).getInvoiceID();
    Invoice read = api.getInvoice(token, tenant, id, 4).getInvoices().get(0);
    assertThat(read.getType()).isEqualTo(type);
    assertThat(read.getTotal()).isEqualTo(115.0);
    assertThat(read.getDueDateAsDate()).hasToString("2026-03-18");
    assertThat(changed(id, new Invoice().url("https://a.example/1")).getUrl())
        .hasToString("https://a.example/1");
    assertThat(
            api.updateOrCreateInvoices(
                    token,
                    tenant,
                    invoices(new Invoice().invoiceID(id).dueDate(DAY), aBill("B-3").type(type)),
                    null,
                    false,
                    null)
                .getInvoices())
        .extracting(Invoice::getInvoiceNumber)
        .containsExactly("B-1", "B-3");
    assertThat(changed(id, new Invoice().status(Invoice.StatusEnum.VOIDED)).getStatus())
        .isEqualTo(Invoice.StatusEnum.VOIDED);
  }

  @Test
  void invoices_are_listed_by_every_parameter() throws Exception {
    UUID first = bill("B-1").getInvoiceID();
    bill("B-2");
    assertThat(
            api.getInvoices(
                    token,
                    tenant,
                    LONG_AGO,
                    "Type==\"ACCPAY\"",
                    "InvoiceNumber DESC",
                    null,
                    null,
                    null,
                    null,
                    1,
                    true,
                    true,
                    4,
                    false)
                .getInvoices())
        .extracting(Invoice::getInvoiceNumber)
        .containsExactly("B-2", "B-1");
    assertThat(
            api.getInvoices(
                    token,
                    tenant,
                    null,
                    null,
                    null,
                    List.of(first),
                    List.of("B-1"),
                    List.of(ada),
                    List.of("AUTHORISED"),
                    null,
                    null,
                    null,
                    null,
                    true)
                .getInvoices())
        .hasSize(1);
    assertThat(
            api.getInvoices(
                    token, tenant, NEVER, null, null, null, null, null, null, null, null, null,
                    null, null)
                .getInvoices())
        .isEmpty();
  }

  @Test
  void a_refused_invoice_becomes_the_sdks_exception() {
    Invoices bad = invoices(aBill("B").lineItems(List.of(line("999", 1.0))));
    assertThat(refusal(() -> api.createInvoices(token, tenant, bad, null, true, null)))
        .containsExactly("Account code '999' is not a valid code for this document.");
    assertThatThrownBy(() -> api.getInvoice(token, tenant, UUID.randomUUID(), null))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void credit_notes_are_made_in_batches_read_changed_allocated_and_listed() throws Exception {
    List<CreditNote> made =
        api.createCreditNotes(token, tenant, notes(note("429"), note("999")), null, false, 4)
            .getCreditNotes();
    assertThat(made).extracting(CreditNote::getStatusAttributeString).contains("OK", "ERROR");
    UUID id = made.get(0).getCreditNoteID();
    assertThat(
            api.updateCreditNote(
                    token, tenant, id, notes(new CreditNote().reference("Changed")), null, null)
                .getCreditNotes()
                .get(0)
                .getReference())
        .isEqualTo("Changed");
    assertThat(
            api.updateOrCreateCreditNotes(token, tenant, notes(note("429")), null, false, null)
                .getCreditNotes())
        .hasSize(1);

    Invoice bill = bill("B-1");
    Allocation allocation =
        new Allocation()
            .invoice(new Invoice().invoiceID(bill.getInvoiceID()))
            .amount(57.5)
            .date(DAY);
    api.createCreditNoteAllocation(
        token, tenant, id, new Allocations().allocations(List.of(allocation)), null, null);
    assertThat(
            api.getInvoice(token, tenant, bill.getInvoiceID(), null)
                .getInvoices()
                .get(0)
                .getAmountDue())
        .isEqualTo(57.5);
    CreditNote paid = api.getCreditNote(token, tenant, id, 4).getCreditNotes().get(0);
    assertThat(paid.getStatus()).isEqualTo(CreditNote.StatusEnum.PAID);
    assertThat(paid.getAllocations()).hasSize(1);
    assertThat(
            api.getCreditNotes(token, tenant, LONG_AGO, "Status==\"PAID\"", "Date DESC", 1, 4)
                .getCreditNotes())
        .hasSize(1);
    assertThat(api.getCreditNotes(token, tenant, NEVER, null, null, null, null).getCreditNotes())
        .isEmpty();
  }

  @Test
  void bills_and_credit_notes_are_printed() throws Exception {
    UUID bill = bill("B-1").getInvoiceID();
    UUID note =
        api.createCreditNotes(token, tenant, notes(note("429")), null, true, null)
            .getCreditNotes()
            .get(0)
            .getCreditNoteID();
    for (java.io.InputStream pdf :
        List.of(
            api.getInvoiceAsPdf(token, tenant, bill),
            api.getCreditNoteAsPdf(token, tenant, note))) {
      assertThat(new String(pdf.readAllBytes(), StandardCharsets.ISO_8859_1))
          .startsWith("%PDF-1.4")
          .contains("(Ada Kerr, 2026-03-04)");
    }
  }

  @Test
  void a_refused_credit_note_or_allocation_becomes_the_sdks_exception() throws Exception {
    assertThat(
            refusal(
                () -> api.createCreditNotes(token, tenant, notes(note("999")), null, true, null)))
        .isNotEmpty();
    UUID id =
        api.createCreditNotes(token, tenant, notes(note("429")), null, true, null)
            .getCreditNotes()
            .get(0)
            .getCreditNoteID();
    Invoice bill = bill("B-1");
    Allocations tooMuch =
        new Allocations()
            .allocations(
                List.of(
                    new Allocation()
                        .invoice(new Invoice().invoiceID(bill.getInvoiceID()))
                        .amount(1000.0)
                        .date(DAY)));
    assertThat(
            refusal(() -> api.createCreditNoteAllocation(token, tenant, id, tooMuch, null, null)))
        .isNotEmpty();
  }

  private Invoice changed(UUID id, Invoice change) throws Exception {
    return api.updateInvoice(token, tenant, id, invoices(change), null, null).getInvoices().get(0);
  }

  private CreditNote note(String account) {
    return new CreditNote()
        .type(CreditNote.TypeEnum.ACCPAYCREDIT)
        .status(CreditNote.StatusEnum.AUTHORISED)
        .contact(new Contact().contactID(ada))
        .date(DAY)
        .lineAmountTypes(LineAmountTypes.EXCLUSIVE)
        .lineItems(List.of(line(account, 50.0)));
  }

  private static Invoices invoices(Invoice... all) {
    return new Invoices().invoices(List.of(all));
  }

  private static CreditNotes notes(CreditNote... all) {
    return new CreditNotes().creditNotes(List.of(all));
  }
}
