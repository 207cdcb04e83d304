package io.ledgerway.xero;

import java.util.List;
import java.util.Map;

/**
 * Xero refused the request as it is (400 and other 4xx). Unless {@code summarizeErrors=false} was
 * sent, good elements of a refused batch are saved all the same (xero-api.md 2.7); {@link
 * #maybeExecuted()} says so.
 */
public final class XeroRefused extends XeroException {

  private final String type;
  private final int errorNumber;
  private final transient List<String> messages;
  private final transient List<Map<String, Object>> elements;
  private final boolean maybeExecuted;

  public XeroRefused(
      String type,
      int errorNumber,
      List<String> messages,
      List<Map<String, Object>> elements,
      boolean maybeExecuted,
      int status,
      String correlationId) {
    super(
        "XERO_REFUSED",
        messages.isEmpty() ? "Xero refused the request" : String.join("; ", messages),
        "Correct what Xero says; the same request will be refused again.",
        status,
        correlationId,
        null);
    this.type = type;
    this.errorNumber = errorNumber;
    this.messages = List.copyOf(messages);
    this.elements = List.copyOf(elements);
    this.maybeExecuted = maybeExecuted;
    with("type", type);
  }

  /** Xero's own words quote what was sent. */
  @Override
  public String loggedMessage() {
    return "Xero refused the request" + (errorNumber == 0 ? "" : " with error " + errorNumber);
  }

  /** Xero's name of the error, e.g. {@code ValidationException}; may be null. */
  public String type() {
    return type;
  }

  /** Xero's number of the error, e.g. 10 for a validation; 0 when it gave none. */
  public int errorNumber() {
    return errorNumber;
  }

  /** All messages, nested ones too, each once, in Xero's order. */
  public List<String> messages() {
    return messages;
  }

  /** The refused elements as Xero echoed them; numbers are BigDecimal. */
  public List<Map<String, Object>> elements() {
    return elements;
  }

  @Override
  public boolean maybeExecuted() {
    return maybeExecuted;
  }
}
