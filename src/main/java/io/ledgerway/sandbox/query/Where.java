package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Token.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Parses a {@code where} (xero-api.md 2.5): {@code == = != <> < <= > >=}, {@code AND && OR || !},
 * parentheses, {@code guid("…")}, {@code DateTime(y,m,d)}, {@code DateTime.Parse("…")}, null, true,
 * false, and on text {@code Contains StartsWith EndsWith ToLower ToUpper}. Used once.
 */
public final class Where<T> {

  private static final int DEEPEST = 50;

  private final Fields<T> fields;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private Where(Fields<T> fields, String source) {
    this.fields = fields;
    this.tokens = Tokens.of(source);
  }

  /**
   * @throws Refusal 400 QueryParseException, now for a bad filter, and when the predicate is used
   *     for values that cannot be compared
   */
  public static <T> Predicate<T> parse(Fields<T> fields, String source) {
    Where<T> where = new Where<>(fields, source);
    Predicate<T> all = where.or();
    if (where.peek().kind() != Kind.END) {
      throw where.syntax(where.peek());
    }
    return all;
  }

  private Predicate<T> or() {
    Predicate<T> left = and();
    while (peek().is("||") || peek().isWord("OR")) {
      next++;
      left = left.or(and());
    }
    return left;
  }

  private Predicate<T> and() {
    Predicate<T> left = comparison();
    while (peek().is("&&") || peek().isWord("AND")) {
      next++;
      left = left.and(comparison());
    }
    return left;
  }

  private Predicate<T> comparison() {
    if (++depth > DEEPEST * 20) {
      throw syntax(peek());
    }
    if (accept("!")) {
      return comparison().negate();
    }
    if (accept("(")) {
      Predicate<T> inner = or();
      expect(")");
      return inner;
    }
    Function<T, Object> left = operand();
    String sign = peek().kind() == Kind.SIGN ? peek().text() : "";
    int at = peek().at();
    switch (sign) {
      case "==", "=", "!=", "<>", "<", "<=", ">", ">=" -> next++;
      default -> {
        return record -> Compare.isTrue(left.apply(record), at);
      }
    }
    Function<T, Object> right = operand();
    return record -> Compare.holds(sign, left.apply(record), right.apply(record), at);
  }

  private Function<T, Object> operand() {
    Token token = take();
    switch (token.kind()) {
      case TEXT:
        return constant(token.text());
      case NUMBER:
        return constant(number(token, ""));
      case NAME:
        return named(token);
      default:
        if (token.is("-") && peek().kind() == Kind.NUMBER) {
          return constant(number(take(), "-"));
        }
        throw syntax(token);
    }
  }

  private Function<T, Object> named(Token token) {
    switch (token.text().toLowerCase(java.util.Locale.ROOT)) {
      case "true":
        return constant(true);
      case "false":
        return constant(false);
      case "null":
        return constant(null);
      case "guid":
        return constant(guid());
      case "datetime":
        return constant(dateTime());
      default:
        return path(token);
    }
  }

  private Function<T, Object> path(Token first) {
    StringBuilder name = new StringBuilder(first.text());
    while (peek().is(".") && !ahead(2).is("(") && !ahead(1).isWord("Value")) {
      next++;
      name.append('.').append(take().text());
    }
    if (peek().is(".") && ahead(1).isWord("Value")) {
      next += 2;
    }
    Function<T, Object> value = fields.get(name.toString(), first.at());
    while (accept(".")) {
      value = method(value);
    }
    return value;
  }

  private Function<T, Object> method(Function<T, Object> of) {
    Token name = take();
    expect("(");
    String argument = peek().kind() == Kind.TEXT ? take().text() : null;
    expect(")");
    return TextMethods.apply(name, argument, of);
  }

  private UUID guid() {
    expect("(");
    Token text = take();
    expect(")");
    try {
      return UUID.fromString(text.text());
    } catch (IllegalArgumentException e) {
      throw syntax(text);
    }
  }

  private LocalDateTime dateTime() {
    if (accept(".")) {
      take();
    }
    expect("(");
    Token first = peek();
    List<Integer> parts = new ArrayList<>();
    try {
      if (first.kind() == Kind.TEXT) {
        take();
        expect(")");
        return Compare.dateTime(first.text());
      }
      do {
        parts.add(Integer.parseInt(take().text()));
      } while (accept(","));
      expect(")");
      while (parts.size() < 6) {
        parts.add(0);
      }
      return LocalDateTime.of(
          parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    } catch (DateTimeException | NumberFormatException e) {
      throw syntax(first);
    }
  }

  private BigDecimal number(Token token, String sign) {
    try {
      // A literal such as 12.5M keeps its suffix as a name of its own.
      if (peek().kind() == Kind.NAME && peek().text().length() == 1) {
        next++;
      }
      return new BigDecimal(sign + token.text());
    } catch (NumberFormatException e) {
      throw syntax(token);
    }
  }

  private Function<T, Object> constant(Object value) {
    return record -> value;
  }

  private Token peek() {
    return ahead(0);
  }

  private Token ahead(int by) {
    return tokens.get(Math.min(next + by, tokens.size() - 1));
  }

  private Token take() {
    Token token = peek();
    next++;
    return token;
  }

  private boolean accept(String sign) {
    boolean there = peek().is(sign);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String sign) {
    if (!accept(sign)) {
      throw syntax(peek());
    }
  }

  private Refusal syntax(Token token) {
    return Refusal.query("Syntax error '%s' (at index %d)".formatted(token.text(), token.at()));
  }
}
