package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TaxRate.TaxComponent;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of tax rates, by people and over the API: users' own rates only (xero-api.md 4.3). */
public final class TaxRateChanges {

  private static final List<String> STATUSES = List.of("ACTIVE", "DELETED", "ARCHIVED");

  private TaxRateChanges() {}

  /**
   * As apps do it, who may do less than people in Xero itself.
   *
   * @throws Refusal 400 with the reason
   */
  static TaxRate writeOverApi(Organisation books, Input in, boolean create) {
    synchronized (books) {
      TaxRate before = create ? null : existing(books, in);
      boolean own = before != null && !before.system();
      if (own && !"DELETED".equals(in.text("Status")) && !in.has("TaxComponents")) {
        throw refused(in, "All existing tax components must be sent with an update");
      }
      if ("USSALESTAX".equals(in.text("ReportTaxType"))) {
        throw refused(in, "ReportTaxType USSALESTAX cannot be used through the API");
      }
      return write(books, in, create);
    }
  }

  /**
   * @param create false to change the rate of that TaxType or name when it is there
   * @throws Refusal 400 with the reason
   */
  public static TaxRate write(Organisation books, Input in, boolean create) {
    synchronized (books) {
      return save(books, create ? null : existing(books, in), in);
    }
  }

  /**
   * @param before the rate that is changed, or null for a new one
   * @throws Refusal 400 with the reason
   */
  static TaxRate save(Organisation books, TaxRate before, Input in) {
    synchronized (books) {
      if (before != null && before.system()) {
        throw refused(in, "System tax rates cannot be changed");
      }
      if (before == null && books.country() != Country.US && !in.has("ReportTaxType")) {
        throw refused(in, "ReportTaxType must be specified");
      }
      if (in.text("Name", before == null ? null : before.name()) == null) {
        throw refused(in, "Tax rate name must be specified");
      }
      TaxRate same = byName(books, in.text("Name"));
      if (same != null && (before == null || !same.id().equals(before.id()))) {
        throw refused(in, "A tax rate with this name already exists");
      }
      List<TaxComponent> components = components(in, before);
      if (components.isEmpty()) {
        throw refused(in, "At least one tax component must be specified");
      }
      String type = before == null ? freeType(books) : before.taxType();
      TaxRate after =
          new TaxRate(
              before == null ? books.idOf("tax-rate", type) : before.id(),
              type,
              in.text("Name", before == null ? null : before.name()),
              in.text("ReportTaxType", before == null ? null : before.reportTaxType()),
              before == null ? classes(in.text("ReportTaxType", "")) : before.classes(),
              in.choice(
                  "Status", STATUSES, "TaxRateStatus", before == null ? "ACTIVE" : before.status()),
              false,
              components,
              books.change());
      books.taxRates().put(after);
      return after;
    }
  }

  private static TaxRate existing(Organisation books, Input in) {
    TaxRate byType = books.taxRates().find(in.text("TaxType"));
    if (byType != null) {
      return byType;
    }
    return byName(books, in.text("Name"));
  }

  private static TaxRate byName(Organisation books, String name) {
    return books.taxRates().all().stream()
        .filter(rate -> rate.name().equalsIgnoreCase(name) && !rate.status().equals("DELETED"))
        .findFirst()
        .orElse(null);
  }

  private static List<TaxComponent> components(Input in, TaxRate before) {
    List<Input> given = in.list("TaxComponents");
    if (given == null) {
      return before == null ? List.of() : before.components();
    }
    List<TaxComponent> all = new ArrayList<>();
    for (Input one : given) {
      BigDecimal rate = one.number("Rate");
      all.add(
          new TaxComponent(
              one.text("Name", ""),
              (rate == null ? BigDecimal.ZERO : rate).setScale(4, java.math.RoundingMode.HALF_UP),
              one.bool("IsCompound", false),
              one.bool("IsNonRecoverable", false)));
    }
    if (before != null) {
      for (TaxComponent old : before.components()) {
        if (all.stream().noneMatch(one -> one.name().equals(old.name()))) {
          throw refused(in, "Existing tax components cannot be renamed or removed");
        }
      }
    }
    return all;
  }

  private static String classes(String report) {
    if (report.contains("INPUT")) {
      return "AQEL";
    }
    return report.contains("OUTPUT") ? "AQLR" : "AQELR";
  }

  private static String freeType(Organisation books) {
    int number = 1;
    while (books.taxRates().find("TAX%03d".formatted(number)) != null) {
      number++;
    }
    return "TAX%03d".formatted(number);
  }

  private static Refusal refused(Input in, String message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Name", in.text("Name"));
    shown.put("ValidationErrors", List.of(Map.of("Message", message)));
    return Refusal.validation(List.of(shown));
  }
}
