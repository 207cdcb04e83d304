package io.ledgerway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A body in one of the forms that Xero reads: JSON, XML, or a form with one field of XML. */
final class RequestBody {

  private static final String FIELD = "xml=";

  private RequestBody() {}

  /**
   * @param plural the records that the endpoint takes
   * @throws Refusal 400 for what cannot be read, 415 for another type
   */
  static JsonNode read(String contentType, byte[] body, String plural) {
    if (body.length == 0) {
      throw noData(plural);
    }
    return switch (mediaType(contentType)) {
      case "application/json", "text/json" -> Json.parse(body);
      case "application/xml", "text/xml" -> XmlBody.parse(body, plural);
      case "application/x-www-form-urlencoded" -> XmlBody.parse(field(body, plural), plural);
      default ->
          throw new Refusal(
              Answer.text(415, "The Content-Type must be application/json or application/xml"));
    };
  }

  static Refusal noData(String plural) {
    return Refusal.noData(
        ("No data has been processed for this endpoint. This endpoint is expecting %s data to be"
                + " specifed in the request body.")
            .formatted(XmlNames.singular(plural)));
  }

  private static String mediaType(String contentType) {
    return contentType == null ? "" : contentType.split(";")[0].trim().toLowerCase(Locale.ROOT);
  }

  private static byte[] field(byte[] body, String plural) {
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      if (pair.regionMatches(true, 0, FIELD, 0, FIELD.length())) {
        try {
          String xml = URLDecoder.decode(pair.substring(FIELD.length()), StandardCharsets.UTF_8);
          return xml.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
          throw Refusal.postDataInvalid("The form is not well encoded");
        }
      }
    }
    throw noData(plural);
  }
}
