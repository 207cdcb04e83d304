package io.ledgerway.demo;

/**
 * One record for {@code perk.expenses}.
 *
 * @param id the expense's id, as far as the value has one
 * @param key the record's key: the company
 * @param value the record's value; null is a record without one
 * @param fate what should become of it
 * @param why what is special about it; for the reader
 */
public record Sample(String id, String key, String value, Fate fate, String why) {

  /** What should become of a record. */
  public enum Fate {
    POSTED,
    HELD,
    DEAD_LETTER,
    /** An event that came before: nothing happens. */
    REPEATED
  }
}
