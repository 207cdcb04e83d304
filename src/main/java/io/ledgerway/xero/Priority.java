package io.ledgerway.xero;

import java.util.Arrays;

/** What the calls of a day are spent on first: each leaves some to those before it. */
enum Priority {
  /** Documents and what settles them: may use the whole day. */
  DOCUMENT(0),
  /** Files that belong to documents: stop when half of the day's reserve is left. */
  RECEIPT(50),
  /** Reference data: stops when only the reserve of the day is left. */
  REFRESH(100);

  private final int percentLeft;

  Priority(int percentLeft) {
    this.percentLeft = percentLeft;
  }

  /**
   * @param reserve calls of a day that reference data leaves
   * @return calls that this leaves
   */
  int leaves(int reserve) {
    return reserve * percentLeft / 100;
  }

  static boolean isName(String name) {
    return Arrays.stream(values()).anyMatch(any -> any.name().equals(name));
  }
}
