package io.ledgerway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing that stands in a document's way.
 *
 * @param code stable, upper-case, e.g. {@code CONTACT_NOT_FOUND}
 * @param message what is wrong, for the person who must act
 * @param actor who must act
 * @param action what that person should do
 * @param waitsFor release keys such as {@code account:<id>} or {@code table:source/name/value}:
 *     when one of these records or settings changes, the document is looked at again. Empty when
 *     only its source can mend it
 * @param field where in the source document, e.g. {@code lines[2].category}; may be null
 * @param said what Xero said, where the message is a clearer one; may be null
 */
public record Problem(
    String code,
    String message,
    Actor actor,
    String action,
    List<String> waitsFor,
    String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) String said) {

  public Problem {
    // Missing in what was written down before there were several.
    waitsFor = waitsFor == null ? List.of() : List.copyOf(waitsFor);
  }

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
    /** Whoever runs this engine. */
    OPERATOR,
    /** Nobody: it heals by waiting. */
    NOBODY
  }
}
