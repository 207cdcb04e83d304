package io.ledgerway.sandbox.query;

/** One word of a {@code where}, and where it stands. */
record Token(Kind kind, String text, int at) {

  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }
}
