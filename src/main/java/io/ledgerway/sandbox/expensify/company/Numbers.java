package io.ledgerway.sandbox.expensify.company;

/** Ids as Expensify has them, the same in every run: sources.md 1.2. */
final class Numbers {

  private static final String SIGNS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final long FIRST_EXPENSE = 4_056_343_049_275_600_007L;
  private static final long FIRST_REPORT = 17_000_001;

  private long reports;
  private long expenses;

  /** The older shape. */
  long nextReport() {
    return FIRST_REPORT + reports++ * 13;
  }

  /** Up to 19 digits: more than a double holds. */
  String nextExpense() {
    return Long.toString(FIRST_EXPENSE + expenses++ * 10_007);
  }

  /** Twelve characters that begin with {@code R00}. */
  static String report(long number) {
    long mixed = (number * 0x9E3779B97F4A7C15L) >>> 11;
    StringBuilder id = new StringBuilder("R00");
    for (int i = 0; i < 9; i++) {
      id.append(SIGNS.charAt((int) (mixed % SIGNS.length())));
      mixed /= SIGNS.length();
    }
    return id.toString();
  }
}
