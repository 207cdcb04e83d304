package io.ledgerway.problem;

/**
 * One thing that stands in a document's way.
 *
 * @param code stable, upper-case, e.g. {@code CONTACT_NOT_FOUND}
 * @param message what is wrong, for the person who must act
 * @param actor who must act
 * @param action what that person should do
 * @param subject the record that is missing or wrong, such as an e-mail, an account id or a card;
 *     may be null. When reference data about this subject changes, the document is looked at again.
 * @param field where in the source document, e.g. {@code lines[2].category}; may be null
 */
public record Problem(
    String code, String message, Actor actor, String action, String subject, String field) {

  /** Who must act. */
  public enum Actor {
    /** The person whose expense it is. */
    EMPLOYEE,
    /** Whoever sets up the company here and in Xero. */
    ADMIN,
    /** Whoever keeps the books. */
    FINANCE,
    /** Whoever writes mappings and routes. */
    ENGINEER,
    /** Nobody: it heals by waiting. */
    NOBODY
  }
}
