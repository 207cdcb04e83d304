package io.ledgerway.xero;

import io.ledgerway.problem.LedgerwayException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The headers by which an exchange speaks with the component. */
final class XeroHeaders {

  private static final Set<String> KNOWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    KNOWN.addAll(
        Set.of(
            "XeroCallId",
            "XeroContentType",
            "XeroCorrelationId",
            "XeroDate",
            "XeroFileName",
            "XeroIDs",
            "XeroId",
            "XeroInvoiceNumbers",
            "XeroOrder",
            "XeroPage",
            "XeroSearchTerm",
            "XeroSendBefore",
            "XeroStatus",
            "XeroStatuses",
            "XeroTenantId",
            "XeroWhere"));
  }

  private XeroHeaders() {}

  /**
   * A misspelt filter would otherwise read everything.
   *
   * @throws LedgerwayException naming what is known
   */
  static void refuseUnknown(Collection<String> headers) {
    for (String header : headers) {
      if (header.regionMatches(true, 0, "Xero", 0, 4)
          && !header.equalsIgnoreCase("Xero-tenant-id")
          && !KNOWN.contains(header)) {
        throw new LedgerwayException(
            "XERO_HEADER_UNKNOWN",
            "The xero: component knows no header '" + header + "'",
            "Known are " + String.join(", ", KNOWN) + ".");
      }
    }
  }
}
