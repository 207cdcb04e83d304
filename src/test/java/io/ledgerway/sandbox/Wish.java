package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A document of any kind, right, or wrong in one way. */
record Wish(Kind kind, Twist twist, String number, String types, int cents, int lines) {

  enum Kind {
    SPEND("BankTransactions"),
    RECEIVE("BankTransactions"),
    BILL("Invoices"),
    SALE("Invoices"),
    PURCHASE_CREDIT("CreditNotes"),
    SALES_CREDIT("CreditNotes"),
    ORDER("PurchaseOrders"),
    JOURNAL("ManualJournals");

    final String plural;

    Kind(String plural) {
      this.plural = plural;
    }
  }

  enum Twist {
    NONE,
    DRAFT,
    UNKNOWN_ACCOUNT,
    ARCHIVED_ACCOUNT,
    BANK_ACCOUNT,
    WRONG_TAX,
    UNKNOWN_TAX,
    OWN_TAX,
    DISCOUNT,
    NO_LINES,
    NO_DUE_DATE,
    NEGATIVE,
    UNBALANCED,
    FOREIGN_CURRENCY,
    OTHER_CURRENCY,
    NO_CONTACT,
    NEW_CONTACT,
    UNKNOWN_ITEM,
    BAD_STATUS,
    BAD_URL,
    DRAFT_WITHOUT_ACCOUNT
  }

  static Arbitrary<Wish> of(Kind... kinds) {
    return Combinators.combine(
            Arbitraries.of(kinds),
            // Half of them good, or little would ever stand there to be broken.
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Twist.NONE)),
                Tuple.of(1, Arbitraries.of(Twist.class))),
            Arbitraries.of("N1", "N2", "N3", "N4", ""),
            Arbitraries.of("Exclusive", "Inclusive", "NoTax"),
            Arbitraries.integers().between(1, 99_999),
            Arbitraries.integers().between(1, 4))
        .as(Wish::new);
  }

  Map<String, Object> body(String contact) {
    Map<String, Object> body = with(plain(contact), "LineAmountTypes", types);
    boolean sales = kind == Kind.SALE || kind == Kind.SALES_CREDIT || kind == Kind.RECEIVE;
    return switch (twist) {
      case NONE -> body;
      case DRAFT -> with(body, "Status", draft());
      case UNKNOWN_ACCOUNT -> withLine(body, "AccountCode", "999");
      case ARCHIVED_ACCOUNT -> withLine(body, "AccountCode", "457");
      case BANK_ACCOUNT -> withLine(body, "AccountCode", "090");
      case WRONG_TAX -> withLine(body, "TaxType", sales ? "INPUT2" : "OUTPUT2");
      case UNKNOWN_TAX -> withLine(body, "TaxType", "X");
      case OWN_TAX -> withLine(body, "TaxAmount", "0.01");
      case DISCOUNT -> withLine(body, "DiscountRate", "12.5");
      case NO_LINES -> with(with(body, "LineItems", null), "JournalLines", null);
      case NO_DUE_DATE -> with(body, "DueDate", null);
      case NEGATIVE -> withLine(body, "UnitAmount", "-99999.00");
      case UNBALANCED -> withLine(body, "LineAmount", "0.01");
      case FOREIGN_CURRENCY -> with(body, "CurrencyCode", "CHF");
      case OTHER_CURRENCY -> with(body, "CurrencyCode", "USD");
      case NO_CONTACT -> with(body, "Contact", null);
      case NEW_CONTACT -> with(body, "Contact", Map.of("Name", "New " + number));
      case UNKNOWN_ITEM -> withLine(body, "ItemCode", "X");
      case BAD_STATUS -> with(body, "Status", "DELETED");
      case BAD_URL -> with(body, "Url", "nowhere");
      case DRAFT_WITHOUT_ACCOUNT -> withLine(with(body, "Status", draft()), "AccountCode", null);
    };
  }

  /** Bank transactions know no drafts: the word alone would refuse the whole request. */
  private String draft() {
    return kind == Kind.SPEND || kind == Kind.RECEIVE ? "AUTHORISED" : "DRAFT";
  }

  private Map<String, Object> plain(String contact) {
    String[] amounts = new String[lines];
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < lines; i++) {
      BigDecimal amount = BigDecimal.valueOf(cents + i * 7L, 2);
      amounts[i] = amount.toPlainString();
      sum = sum.add(amount);
    }
    return switch (kind) {
      case SPEND -> Bodies.spend(contact, number, amounts);
      case RECEIVE -> {
        Map<String, Object> receive = Bodies.spend(contact, number, amounts);
        receive.put("LineItems", Bodies.lines("200", amounts));
        yield with(receive, "Type", "RECEIVE");
      }
      case BILL -> Bodies.bill(contact, number, amounts);
      case SALE -> Bodies.sale(contact, number, amounts);
      case PURCHASE_CREDIT ->
          numbered("CreditNoteNumber", credit(contact, "ACCPAYCREDIT", amounts));
      case SALES_CREDIT -> numbered("CreditNoteNumber", credit(contact, "ACCRECCREDIT", amounts));
      case ORDER -> numbered("PurchaseOrderNumber", Bodies.order(contact, amounts));
      case JOURNAL ->
          Bodies.journal(
              "N " + number, "835", sum.toPlainString(), "900", sum.negate().toPlainString());
    };
  }

  private static Map<String, Object> credit(String contact, String type, String... amounts) {
    return Bodies.creditNote(contact, type, amounts);
  }

  private Map<String, Object> numbered(String property, Map<String, Object> body) {
    return with(body, property, number);
  }

  /** Wishes that can go in one call. */
  static Arbitrary<List<Wish>> batches() {
    return Arbitraries.of(
            of(Kind.SPEND, Kind.RECEIVE),
            of(Kind.BILL, Kind.SALE),
            of(Kind.PURCHASE_CREDIT, Kind.SALES_CREDIT),
            of(Kind.ORDER),
            of(Kind.JOURNAL))
        .flatMap(wish -> wish.list().ofMinSize(1).ofMaxSize(8));
  }
}
