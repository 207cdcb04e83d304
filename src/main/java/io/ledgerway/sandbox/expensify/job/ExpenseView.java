package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.company.Category;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Expense;
import io.ledgerway.sandbox.expensify.company.Report;
import io.ledgerway.sandbox.expensify.company.Tag;
import io.ledgerway.sandbox.expensify.company.TagLevel;
import io.ledgerway.sandbox.expensify.company.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An expense as a template sees it: sources.md 1.4. */
final class ExpenseView {

  private static final Set<String> WITHOUT_CENTS = Set.of("JPY", "KRW", "CLP", "ISK", "VND");
  private static final Set<String> OWN_AMOUNTS =
      Set.of("amount", "modifiedAmount", "taxAmount", "modifiedTaxAmount");

  private final Company company;
  private final Behaviour behaviour;
  private final String address;

  ExpenseView(Company company, Behaviour behaviour, String address) {
    this.company = company;
    this.behaviour = behaviour;
    this.address = address;
  }

  Map<String, Object> of(Report report, Expense expense) {
    Workspace workspace = company.workspaces().get(report.workspace());
    Map<String, Object> view = new LinkedHashMap<>(expense.fields());
    view.put("reportID", behaviour.numericIds() ? "" + report.number() : report.id());
    view.putIfAbsent("hasTax", false);
    view.putIfAbsent("type", "expense");
    view.putIfAbsent("mcc", 0);
    amounts(view, expense, workspace);
    category(view, workspace);
    tags(view, expense.text("tag"), workspace);
    receipt(view, expense);
    return view;
  }

  private void amounts(Map<String, Object> view, Expense expense, Workspace workspace) {
    String currency = expense.text("currency");
    if (currency.equals(workspace.outputCurrency())) {
      if (!behaviour.convertedOnlyWhenForeign()) {
        view.put("convertedAmount", expense.counted());
      }
    } else {
      view.putIfAbsent("currencyConversionRate", rate(expense));
    }
    if (behaviour.unchangedAmountAsZero()) {
      view.putIfAbsent("modifiedAmount", 0L);
    }
    view.replaceAll(
        (name, value) -> {
          if (!(value instanceof Long cents)) {
            return value;
          }
          boolean units = behaviour.yenInUnits() && WITHOUT_CENTS.contains(currency);
          long shown = units && OWN_AMOUNTS.contains(name) ? cents / 100 : cents;
          return behaviour.negativeSpend() ? -shown : shown;
        });
  }

  private static Object rate(Expense expense) {
    return expense.own() == 0
        ? 0
        : java.math.BigDecimal.valueOf(expense.counted())
            .divide(java.math.BigDecimal.valueOf(expense.own()), 6, java.math.RoundingMode.HALF_UP);
  }

  private void category(Map<String, Object> view, Workspace workspace) {
    Object name = view.get("category");
    if (name == null) {
      view.put("category", behaviour.noCategory());
      return;
    }
    Category category = workspace.categories().get(name);
    if (category != null) {
      view.put("categoryGlCode", category.glCode());
      view.putIfAbsent("categoryPayrollCode", category.payrollCode());
    }
  }

  /** The levels one by one: a real colon is written with a backslash before it. */
  private static void tags(Map<String, Object> view, String tag, Workspace workspace) {
    if (tag.isEmpty()) {
      return;
    }
    String[] parts = tag.split("(?<!\\\\):", -1);
    for (int i = 0; i < parts.length; i++) {
      String name = parts[i].replace("\\:", ":");
      view.put("ntag" + (i + 1), name);
      String code = i < workspace.levels().size() ? code(workspace.levels().get(i), name) : "";
      view.put("ntag" + (i + 1) + "GlCode", code);
      if (i == 0) {
        view.put("tagGlCode", code);
      }
    }
  }

  private static String code(TagLevel level, String name) {
    List<Tag> found = level.tags().stream().filter(tag -> tag.name().equals(name)).toList();
    return found.isEmpty() ? "" : found.get(0).glCode();
  }

  private void receipt(Map<String, Object> view, Expense expense) {
    String id = expense.text("receiptID");
    if (!id.isEmpty()) {
      view.put("receiptFilename", "w_" + id + ".png");
      String url = address + "/receipts/w_" + id + ".png";
      view.put(
          "receiptObject",
          Map.of("url", url, "thumbnail", url, "type", "png", "state", "SCANCOMPLETE"));
    }
  }
}
