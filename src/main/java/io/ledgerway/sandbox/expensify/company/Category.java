package io.ledgerway.sandbox.expensify.company;

/**
 * @param maxExpenseAmount in cents; 0 when there is none
 */
public record Category(
    String name,
    boolean enabled,
    String glCode,
    String payrollCode,
    boolean areCommentsRequired,
    String commentHint,
    long maxExpenseAmount) {

  public static Category of(String name, String glCode) {
    return new Category(name, true, glCode, "", false, "", 0);
  }
}
