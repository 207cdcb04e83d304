package io.ledgerway.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The root of every failure that this engine raises itself. It carries a stable code, a hint what
 * to do, and the context in which it happened (company, document, record, route, mapping file and
 * line), which is rendered into the message. Instances are not thread-safe while context is added.
 */
public class LedgerwayException extends RuntimeException {

  private final String code;
  private final String hint;
  private final Map<String, Object> context = new LinkedHashMap<>();

  public LedgerwayException(String code, String message, String hint) {
    this(code, message, hint, null);
  }

  public LedgerwayException(String code, String message, String hint, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.hint = hint;
  }

  /** Adds one fact about where it happened; never a secret or a personal datum beyond an id. */
  public LedgerwayException with(String key, Object value) {
    if (value != null) {
      context.put(key, value);
    }
    return this;
  }

  /** Stable, upper-case identifier such as {@code XERO_MUST_WAIT}. */
  public String code() {
    return code;
  }

  /** What a person can do about it. */
  public String hint() {
    return hint;
  }

  public Map<String, Object> context() {
    return Map.copyOf(context);
  }

  /** The sentence alone, without code, context and hint. */
  public String plainMessage() {
    return super.getMessage();
  }

  /** The sentence for the log: without what others said that may name people. */
  public String loggedMessage() {
    return plainMessage();
  }

  @Override
  public String getMessage() {
    return code
        + ": "
        + super.getMessage()
        + (context.isEmpty() ? "" : " " + context)
        + (hint == null || hint.isBlank() ? "" : " Hint: " + hint);
  }
}
