package io.ledgerway.sandbox.expensify.company;

import io.ledgerway.sandbox.books.SeedFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reports of the start, dated back from now. */
final class StartReports {

  private static final String MANAGER = "fd@acme.example";

  private StartReports() {}

  static void fill(Company company, Instant now) {
    Map<String, Report> byKey = new HashMap<>();
    Map<String, String[]> rows = new LinkedHashMap<>();
    for (String[] row : SeedFile.rows("expensify/reports.csv")) {
      String workspace = StartState.named(company, row[1]).id();
      Instant begun = now.minus(Duration.ofDays(Long.parseLong(row[5]) + 3));
      byKey.put(row[0], company.open(workspace, row[2], unescaped(row[3]), begun));
      rows.put(row[0], row);
    }
    for (String[] row : SeedFile.rows("expensify/expenses.csv")) {
      Report report = byKey.get(row[0]);
      company.add(report, expense(report, row), report.created());
    }
    rows.forEach((key, row) -> advance(byKey.get(key), row, now));
  }

  /**
   * @param row key, workspace, submitter, name, state, days since submitted, days since approved,
   *     cents that the total is off
   */
  private static void advance(Report report, String[] row, Instant now) {
    ReportState state = ReportState.valueOf(row[4]);
    Instant submitted = now.minus(Duration.ofDays(Long.parseLong(row[5])));
    Instant approved = now.minus(Duration.ofDays(Long.parseLong(row[6])));
    if (state == ReportState.ARCHIVED) {
      Move.CLOSE.of(report, report.submitter(), submitted);
    } else if (state != ReportState.OPEN) {
      Move.SUBMIT.of(report, report.submitter(), submitted);
    }
    if (state == ReportState.APPROVED || state == ReportState.REIMBURSED) {
      Move.APPROVE.of(report, MANAGER, approved);
    }
    if (state == ReportState.REIMBURSED) {
      Move.REIMBURSE.of(report, MANAGER, approved.plus(Duration.ofHours(20)));
    }
    if (!row[7].isEmpty()) {
      report.totalOff(Long.parseLong(row[7]), report.changed());
    }
    report.customFields().put("Month", approved.toString().substring(0, 7));
  }

  /**
   * @param row report, merchant, amount, modified, currency, converted, category, tag, tax rate per
   *     cent, paid by (empty or card)
   */
  private static Map<String, Object> expense(Report report, String[] row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("merchant", unescaped(row[1]));
    fields.put("amount", Long.valueOf(row[2]));
    put(fields, "modifiedAmount", row[3].isEmpty() ? null : Long.valueOf(row[3]));
    put(fields, "currency", row[4].isEmpty() ? null : row[4]);
    put(fields, "convertedAmount", row[5].isEmpty() ? null : Long.valueOf(row[5]));
    put(fields, "category", row[6].isEmpty() ? null : row[6]);
    put(fields, "tag", row[7].isEmpty() ? null : row[7]);
    fields.put("receiptID", "rc" + Math.abs((report.id() + row[1]).hashCode()));
    if (row[8].equals("custom")) {
      fields.putAll(Taxes.typed(fields, 777));
    } else if (!row[8].isEmpty()) {
      fields.putAll(Taxes.of(fields, row[8]));
    }
    if (row[9].equals("card")) {
      fields.putAll(
          Map.of(
              "reimbursable", false,
              "bank", "Acme Bank",
              "cardID", "7001",
              "cardNumber", "5555XXXXXXXX4444",
              "mcc", 4111));
    }
    return fields;
  }

  /** Tabs, line ends and quotes are written out in the file. */
  private static String unescaped(String text) {
    return text.translateEscapes();
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** The fields of a tax that is part of the amount. */
  private static final class Taxes {

    static Map<String, Object> of(Map<String, Object> fields, String percent) {
      long amount = (Long) fields.getOrDefault("modifiedAmount", fields.get("amount"));
      long rate = Long.parseLong(percent);
      long tax = Math.round(amount * rate / (100.0 + rate));
      boolean nz = rate == 15 || rate == 0;
      return Map.of(
          "hasTax",
          true,
          "taxAmount",
          tax,
          "taxName",
          nz ? "GST" : "VAT",
          "taxRate",
          new BigDecimal(percent).movePointLeft(2).stripTrailingZeros(),
          "taxRateName",
          switch (percent) {
            case "0" -> "No GST";
            case "15" -> "GST";
            case "5" -> "Reduced";
            default -> "Standard";
          },
          "taxCode",
          "id_" + (nz ? "GST" : "VAT") + percent);
    }

    static Map<String, Object> typed(Map<String, Object> fields, long tax) {
      Map<String, Object> all = new HashMap<>(of(fields, "15"));
      all.put("modifiedTaxAmount", tax);
      all.put("taxRateName", "custom");
      return all;
    }
  }
}
