package io.ledgerway.sandbox.http;

import java.util.Map;

/** What one element of a list is called in XML: {@code LineItem} in {@code LineItems}. */
public final class XmlNames {

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "Tracking", "TrackingCategory", "Elements", "DataContractBase", "Addresses", "Address");

  private XmlNames() {}

  public static String singular(String name) {
    if (IRREGULAR.containsKey(name)) {
      return IRREGULAR.get(name);
    }
    return name.endsWith("ies")
        ? name.substring(0, name.length() - 3) + "y"
        : name.replaceFirst("s$", "");
  }
}
