package io.ledgerway.sandbox.expensify.company;

/** Somebody who submits or approves reports. */
public record Person(
    String email, String firstName, String lastName, String userId, String payrollId) {

  public String fullName() {
    return firstName + " " + lastName;
  }
}
