package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How two values of a {@code where} compare. Text compares in any case. */
final class Compare {

  private Compare() {}

  static boolean isTrue(Object value, int at) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw Refusal.query("Expression of type 'Boolean' expected (at index %d)".formatted(at));
  }

  static boolean holds(String sign, Object left, Object right, int at) {
    if (left == null || right == null) {
      return switch (sign) {
        case "==", "=" -> left == right;
        case "!=", "<>" -> left != right;
        default -> false;
      };
    }
    int order = order(left, right, at);
    return switch (sign) {
      case "==", "=" -> order == 0;
      case "!=", "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  static int order(Object left, Object right, int at) {
    if (left instanceof String a && right instanceof String b) {
      return a.compareToIgnoreCase(b);
    }
    if (left instanceof UUID a && right instanceof UUID b) {
      return a.toString().compareTo(b.toString());
    }
    if (left instanceof UUID && right instanceof String b) {
      return left.toString().compareToIgnoreCase(b);
    }
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return a.compareTo(b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    LocalDateTime a = moment(left);
    LocalDateTime b = moment(right);
    if (a == null || b == null) {
      throw Refusal.query(
          "Operator incompatible with operand types '%s' and '%s' (at index %d)"
              .formatted(left.getClass().getSimpleName(), right.getClass().getSimpleName(), at));
    }
    return a.compareTo(b);
  }

  static LocalDateTime dateTime(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay();
    }
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException zoned) {
      return OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
  }

  private static LocalDateTime moment(Object value) {
    if (value instanceof LocalDateTime there) {
      return there;
    }
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    return null;
  }
}
