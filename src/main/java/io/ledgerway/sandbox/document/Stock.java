package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Item;
import io.ledgerway.sandbox.books.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What is on hand of tracked items, and what it cost on average (xero-api.md 4.11): worked out from
 * all posted documents, in the order of their dates.
 */
public final class Stock {

  /** Of one item. */
  public record OnHand(BigDecimal quantity, BigDecimal cost) {

    public static final OnHand NOTHING =
        new OnHand(BigDecimal.ZERO.setScale(4), BigDecimal.ZERO.setScale(2));

    private OnHand in(BigDecimal more, BigDecimal paid) {
      return new OnHand(quantity.add(more), cost.add(paid));
    }

    private OnHand out(BigDecimal less) {
      BigDecimal average =
          quantity.signum() == 0
              ? BigDecimal.ZERO
              : cost.divide(quantity, 10, RoundingMode.HALF_UP);
      return in(less.negate(), Money.cents(average.multiply(less)).negate());
    }
  }

  private final Map<String, OnHand> byCode = new HashMap<>();

  /**
   * @param without the id of a document that does not count, or null
   */
  private Stock(Organisation books, UUID without) {
    List<Document> posted = new ArrayList<>();
    for (DocumentKind kind : DocumentKind.values()) {
      for (Document document : books.documents(kind).all()) {
        if (document.isPosted() && !document.id.equals(without)) {
          posted.add(document);
        }
      }
    }
    posted.sort(Comparator.comparing(Document::date).thenComparingLong(Document::updated));
    posted.forEach(this::move);
  }

  /** Of all items that are tracked; nothing is read when there are none. */
  public static Map<String, OnHand> of(Organisation books) {
    boolean tracked = books.items().all().stream().anyMatch(Item::isTracked);
    return tracked ? new Stock(books, null).byCode : Map.of();
  }

  /** More than there is cannot be sold; {@code allowBackorders} is not known here. */
  static void check(Organisation books, Document document, Findings findings) {
    if (!document.isPosted() || !leaves(document)) {
      return;
    }
    Map<String, BigDecimal> wanted = new HashMap<>();
    for (Line line : document.lines) {
      Item item = line.itemCode == null ? null : books.items().find(line.itemCode);
      if (item != null && item.isTracked() && line.quantity != null) {
        wanted.merge(key(item.code()), line.quantity, BigDecimal::add);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    Stock stock = new Stock(books, document.id);
    wanted.forEach(
        (code, quantity) -> {
          BigDecimal there = stock.byCode.getOrDefault(code, OnHand.NOTHING).quantity();
          if (quantity.compareTo(there) > 0) {
            findings.error(
                "There are only %s of item '%s' on hand"
                    .formatted(there.stripTrailingZeros().toPlainString(), code));
          }
        });
  }

  private void move(Document document) {
    boolean leaves = leaves(document);
    boolean bought = document.type.equals("ACCPAY") || document.type.equals("SPEND");
    for (Line line : document.lines) {
      if (line.itemCode != null && line.quantity != null && line.lineAmount != null) {
        OnHand before = byCode.getOrDefault(key(line.itemCode), OnHand.NOTHING);
        boolean inclusive = document.lineAmountTypes.equals("Inclusive");
        BigDecimal net = inclusive ? line.lineAmount.subtract(line.taxAmount) : line.lineAmount;
        OnHand after =
            leaves
                ? before.out(line.quantity)
                : bought ? before.in(line.quantity, net) : before.out(line.quantity.negate());
        byCode.put(key(line.itemCode), after);
      }
    }
  }

  /** Sales, and what goes back to suppliers. */
  private static boolean leaves(Document document) {
    return switch (document.type) {
      case "ACCREC", "RECEIVE", "ACCPAYCREDIT" -> true;
      default -> false;
    };
  }

  /** As {@link #of} names items. */
  public static String key(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
