package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.query.Fields;
import java.time.Instant;
import java.util.function.Function;

/** What {@code where} and {@code order} may name on a document. */
final class DocumentFields {

  private DocumentFields() {}

  static Fields<Document> of(Organisation books, DocumentKind kind) {
    Fields<Document> fields =
        new Fields<Document>(kind.singular())
            .with(kind.idName(), document -> document.id)
            .with("Type", document -> document.type)
            .with("Status", document -> document.status)
            .with("Reference", document -> document.reference)
            .with("Url", document -> document.url)
            .with("Date", document -> document.date)
            .with("Total", document -> document.total)
            .with("SubTotal", document -> document.subTotal)
            .with("TotalTax", document -> document.totalTax)
            .with("CurrencyCode", document -> document.currency)
            .with("CurrencyRate", document -> document.currencyRate)
            .with("LineAmountTypes", document -> document.lineAmountTypes)
            .with("HasAttachments", document -> books.attachments().any(document.id))
            .with("UpdatedDateUTC", document -> Instant.ofEpochMilli(document.updated))
            .with("Contact.ContactID", document -> document.contactId)
            .with("Contact.Name", contact(books, Contact::name))
            .with("Contact.ContactNumber", contact(books, Contact::number))
            .with("Contact.EmailAddress", contact(books, Contact::email));
    if (kind.isBank()) {
      return fields
          .with("IsReconciled", document -> document.reconciled)
          .with("BankAccount.AccountID", document -> document.bankAccountId)
          .with("BankAccount.Code", document -> bank(books, document).code())
          .with("BankAccount.Name", document -> bank(books, document).name());
    }
    if (kind == DocumentKind.MANUAL_JOURNAL) {
      return fields.with("Narration", document -> document.reference);
    }
    return fields
        .with(kind.singular() + "Number", document -> document.number)
        .with("DueDate", document -> document.dueDate)
        .with("AmountDue", Document::amountDue)
        .with("AmountPaid", document -> document.amountPaid)
        .with("AmountCredited", document -> document.amountCredited)
        .with("RemainingCredit", Document::amountDue)
        .with("SentToContact", document -> document.sentToContact)
        .with("FullyPaidOnDate", document -> document.fullyPaidOn)
        .with("ExpectedPaymentDate", document -> document.expectedDate)
        .with("PlannedPaymentDate", document -> document.plannedDate);
  }

  private static Account bank(Organisation books, Document document) {
    return books.accounts().get(document.bankAccountId);
  }

  private static Function<Document, Object> contact(
      Organisation books, Function<Contact, Object> field) {
    return document -> field.apply(books.contacts().get(document.contactId));
  }
}
