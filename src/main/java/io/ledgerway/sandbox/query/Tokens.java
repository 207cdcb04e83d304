package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a {@code where} into words. */
final class Tokens {

  private static final Set<String> LONG_SIGNS = Set.of("==", "!=", ">=", "<=", "&&", "||", "<>");

  private final String source;
  private final List<Token> all = new ArrayList<>();
  private int at;

  private Tokens(String source) {
    this.source = source;
  }

  static List<Token> of(String source) {
    Tokens tokens = new Tokens(source);
    while (tokens.at < source.length()) {
      tokens.next();
    }
    tokens.all.add(new Token(Kind.END, "", source.length()));
    return tokens.all;
  }

  private void next() {
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '"') {
      text();
    } else if (Character.isLetter(c) || c == '_') {
      take(Kind.NAME, p -> Character.isLetterOrDigit(p) || p == '_');
    } else if (Character.isDigit(c)) {
      take(Kind.NUMBER, p -> Character.isDigit(p) || p == '.');
    } else {
      sign();
    }
  }

  private void text() {
    StringBuilder value = new StringBuilder();
    int start = at++;
    while (at < source.length() && source.charAt(at) != '"') {
      if (source.charAt(at) == '\\' && at + 1 < source.length()) {
        at++;
      }
      value.append(source.charAt(at++));
    }
    if (at >= source.length()) {
      throw Refusal.query("Unterminated string literal (at index %d)".formatted(start));
    }
    at++;
    all.add(new Token(Kind.TEXT, value.toString(), start));
  }

  private void take(Kind kind, java.util.function.IntPredicate part) {
    int start = at;
    while (at < source.length() && part.test(source.charAt(at))) {
      at++;
    }
    all.add(new Token(kind, source.substring(start, at), start));
  }

  private void sign() {
    String two = at + 2 <= source.length() ? source.substring(at, at + 2) : "";
    String sign = LONG_SIGNS.contains(two) ? two : source.substring(at, at + 1);
    if ("=!<>().,-".indexOf(sign.charAt(0)) < 0 && sign.length() == 1) {
      throw Refusal.query("Syntax error '%s' (at index %d)".formatted(sign, at));
    }
    all.add(new Token(Kind.SIGN, sign, at));
    at += sign.length();
  }
}
