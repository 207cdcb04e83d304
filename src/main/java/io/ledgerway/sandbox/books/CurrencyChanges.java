package io.ledgerway.sandbox.books;

/** Subscribes an organisation to a currency, or takes one away that people do not want any more. */
public final class CurrencyChanges {

  private CurrencyChanges() {}

  static Currency add(Organisation books, String code) {
    synchronized (books) {
      Currency there = books.currencies().find(code);
      if (there != null) {
        return there;
      }
      Currency made =
          new Currency(
              books.idOf("currency", code),
              code,
              java.util.Currency.getAvailableCurrencies().stream()
                  .filter(known -> known.getCurrencyCode().equals(code))
                  .map(known -> known.getDisplayName(java.util.Locale.ENGLISH))
                  .findFirst()
                  .orElse(code),
              books.change());
      books.currencies().put(made);
      return made;
    }
  }

  static void remove(Organisation books, Currency currency) {
    synchronized (books) {
      books.currencies().remove(currency.id());
    }
  }
}
