package io.ledgerway.access;

/** What somebody may do in a company; each may what those before it may. */
public enum Role {
  /** Reads everything of a company. */
  VIEWER("Viewer"),
  /** Exports, cures, undoes. */
  FINANCE("Finance"),
  /** Connects and sets up. */
  ADMIN("Account admin"),
  /** Everything, in all companies. */
  OPERATOR("Operator");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word that people read. */
  public String word() {
    return word;
  }

  /** Whether it includes the other. */
  public boolean may(Role needed) {
    return compareTo(needed) >= 0;
  }
}
