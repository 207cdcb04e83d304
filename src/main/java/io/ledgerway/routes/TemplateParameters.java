package io.ledgerway.routes;

import java.util.Map;
import org.apache.camel.model.RouteDefinition;

/** The values with which a template made a route. */
public final class TemplateParameters {

  private TemplateParameters() {}

  /**
   * What stands there once they are put in; settings are not, which may be secret.
   *
   * @param text may be null, and then is null
   */
  public static String putInto(String text, RouteDefinition route) {
    String filled = text;
    if (text != null && route.getTemplateParameters() != null) {
      for (Map.Entry<String, Object> each : route.getTemplateParameters().entrySet()) {
        filled = filled.replace("{{" + each.getKey() + "}}", String.valueOf(each.getValue()));
      }
    }
    return filled;
  }
}
