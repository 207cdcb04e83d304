package io.ledgerway.sandbox.document;

import java.util.List;

/** The kinds of document with lines, and what differs between them (xero-api.md 4.5 to 4.10). */
public enum DocumentKind {
  BANK_TRANSACTION(
      "BankTransactions",
      "BankTransaction",
      "accounting.banktransactions",
      "Inclusive",
      "AUTHORISED",
      List.of(
          "SPEND",
          "RECEIVE",
          "SPEND-OVERPAYMENT",
          "RECEIVE-OVERPAYMENT",
          "SPEND-PREPAYMENT",
          "RECEIVE-PREPAYMENT",
          "SPEND-TRANSFER",
          "RECEIVE-TRANSFER"),
      List.of("AUTHORISED", "DELETED", "VOIDED")),
  INVOICE(
      "Invoices",
      "Invoice",
      "accounting.invoices",
      "Exclusive",
      "DRAFT",
      List.of(
          "ACCPAY",
          "ACCREC",
          "ACCPAYCREDIT",
          "ACCRECCREDIT",
          "APOVERPAYMENT",
          "APPREPAYMENT",
          "AROVERPAYMENT",
          "ARPREPAYMENT"),
      List.of("DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "DELETED", "VOIDED")),
  CREDIT_NOTE(
      "CreditNotes",
      "CreditNote",
      "accounting.invoices",
      "Exclusive",
      "DRAFT",
      List.of("ACCPAYCREDIT", "ACCRECCREDIT"),
      List.of("DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "DELETED", "VOIDED")),
  PURCHASE_ORDER(
      "PurchaseOrders",
      "PurchaseOrder",
      "accounting.invoices",
      "Exclusive",
      "DRAFT",
      List.of("PURCHASEORDER"),
      List.of("DRAFT", "SUBMITTED", "AUTHORISED", "BILLED", "DELETED")),
  MANUAL_JOURNAL(
      "ManualJournals",
      "ManualJournal",
      "accounting.manualjournals",
      "NoTax",
      "DRAFT",
      List.of("JOURNAL"),
      List.of("DRAFT", "POSTED", "DELETED", "VOIDED", "ARCHIVED"));

  private final String plural;

  private final String singular;
  final String scope;
  final String defaultLineAmountTypes;
  final String defaultStatus;
  final List<String> types;
  final List<String> statuses;

  DocumentKind(
      String plural,
      String singular,
      String scope,
      String defaultLineAmountTypes,
      String defaultStatus,
      List<String> types,
      List<String> statuses) {
    this.plural = plural;
    this.singular = singular;
    this.scope = scope;
    this.defaultLineAmountTypes = defaultLineAmountTypes;
    this.defaultStatus = defaultStatus;
    this.types = types;
    this.statuses = statuses;
  }

  /** The resource's name in paths and envelopes. */
  public String plural() {
    return plural;
  }

  public String singular() {
    return singular;
  }

  /** As messages name it. */
  String title() {
    return this == CREDIT_NOTE ? "Credit Note" : singular;
  }

  String idName() {
    return singular + "ID";
  }

  boolean isBank() {
    return this == BANK_TRANSACTION;
  }

  /** The property that holds its number; null for kinds without. */
  String numberName() {
    return switch (this) {
      case INVOICE, CREDIT_NOTE, PURCHASE_ORDER -> singular + "Number";
      default -> null;
    };
  }

  String linesName() {
    return this == MANUAL_JOURNAL ? "JournalLines" : "LineItems";
  }
}
