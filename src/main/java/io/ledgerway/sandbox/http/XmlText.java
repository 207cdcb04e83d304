package io.ledgerway.sandbox.http;

import com.fasterxml.jackson.databind.node.TextNode;

/** A text that came in XML, where everything is one: Xero words its refusals otherwise there. */
final class XmlText extends TextNode {

  private static final long serialVersionUID = 1L;

  XmlText(String text) {
    super(text);
  }

  /** In .NET's words; only the one about dates was seen (xero-api.md 2.3). */
  String refusal(String type) {
    String shown = textValue().length() > 100 ? textValue().substring(0, 100) : textValue();
    return switch (type) {
      case "System.DateTime" -> "The string '%s' is not a valid AllXsd value.".formatted(shown);
      case "System.Boolean" -> "The string '%s' is not a valid Boolean value.".formatted(shown);
      case "System.Decimal" -> "Input string was not in a correct format.";
      case "System.Guid" ->
          "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).";
      default ->
          "Instance validation error: '%s' is not a valid value for %s."
              .formatted(shown, type.substring(type.lastIndexOf('.') + 1));
    };
  }
}
