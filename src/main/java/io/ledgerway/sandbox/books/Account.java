package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account of the chart, xero-api.md 4.1. */
public record Account(
    UUID id,
    String code,
    String name,
    String type,
    String taxType,
    String status,
    String systemAccount,
    String bankAccountNumber,
    String bankAccountType,
    String currency,
    String description,
    boolean takesPayments,
    boolean showInExpenseClaims,
    boolean addToWatchlist,
    long updated)
    implements Kept {

  static final List<String> TYPES =
      Arrays.stream(AccountType.values()).map(AccountType::name).toList();
  static final List<String> STATUSES = List.of("ACTIVE", "ARCHIVED", "DELETED");
  static final List<String> BANK_TYPES = List.of("BANK", "CREDITCARD", "PAYPAL", "NONE", "");

  /** What a write may name beside the id and the status. */
  static final List<String> WRITABLE =
      List.of(
          "Code",
          "Name",
          "Type",
          "TaxType",
          "BankAccountNumber",
          "BankAccountType",
          "CurrencyCode",
          "Description",
          "EnablePaymentsToAccount",
          "ShowInExpenseClaims",
          "AddToWatchlist");

  static Account blank(UUID id) {
    return new Account(
        id, null, null, null, null, "ACTIVE", "", null, null, null, null, false, false, false, 0);
  }

  /** This account with what the input names changed. */
  Account with(Input in, long now) {
    return new Account(
        id,
        in.text("Code", code),
        in.text("Name", name),
        in.choice("Type", TYPES, "AccountType", type),
        in.text("TaxType", taxType),
        in.choice("Status", STATUSES, "AccountStatus", status),
        systemAccount,
        in.text("BankAccountNumber", bankAccountNumber),
        in.choice("BankAccountType", BANK_TYPES, "BankAccountType", bankAccountType),
        in.text("CurrencyCode", currency),
        in.text("Description", description),
        in.bool("EnablePaymentsToAccount", takesPayments),
        in.bool("ShowInExpenseClaims", showInExpenseClaims),
        in.bool("AddToWatchlist", addToWatchlist),
        now);
  }

  /** Xero's own accounts are marked; nobody else can. */
  Account marked(String system) {
    return new Account(
        id,
        code,
        name,
        type,
        taxType,
        status,
        system,
        bankAccountNumber,
        bankAccountType,
        currency,
        description,
        takesPayments,
        showInExpenseClaims,
        addToWatchlist,
        updated);
  }

  boolean isSystem() {
    return !systemAccount.isEmpty();
  }

  /** ASSET, EQUITY, EXPENSE, LIABILITY or REVENUE. */
  public String accountClass() {
    return AccountType.valueOf(type).accountClass;
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  /** Of a bank account always a value (xero-api.md 7.2, 23). */
  @Override
  public String bankAccountType() {
    boolean given =
        bankAccountType != null && !bankAccountType.isEmpty() && !bankAccountType.equals("NONE");
    return !isBank() || given ? bankAccountType : "BANK";
  }

  public boolean isBank() {
    return "BANK".equals(type);
  }

  /** Debtors and creditors: only Xero itself posts there. */
  public boolean isControl() {
    return "DEBTORS".equals(systemAccount) || "CREDITORS".equals(systemAccount);
  }

  public boolean isRetainedEarnings() {
    return "RETAINEDEARNINGS".equals(systemAccount);
  }

  public boolean isInventory() {
    return "INVENTORY".equals(type);
  }

  /** Gains and losses of currencies: only Xero itself posts there (xero-api.md 4.8). */
  public boolean isCurrencyGain() {
    return systemAccount.endsWith("CURRENCYGAIN");
  }

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("AccountID", id);
    if (code != null && !code.isEmpty()) {
      shown.put("Code", code);
    }
    shown.put("Name", name);
    shown.put("Status", status);
    shown.put("Type", type);
    shown.put("TaxType", taxType);
    if (!isBank() && description != null) {
      shown.put("Description", description);
    }
    shown.put("Class", accountClass());
    if (isSystem()) {
      shown.put("SystemAccount", systemAccount);
    }
    shown.put("EnablePaymentsToAccount", takesPayments);
    shown.put("ShowInExpenseClaims", showInExpenseClaims);
    if (isBank()) {
      shown.put("BankAccountNumber", bankAccountNumber);
      shown.put("BankAccountType", bankAccountType());
      shown.put("CurrencyCode", currency);
    }
    shown.put("ReportingCode", reportingCode());
    shown.put("ReportingCodeName", reportingName());
    shown.put("UpdatedDateUTC", XeroDates.show(updated));
    shown.put("AddToWatchlist", addToWatchlist);
    return shown;
  }

  private String reportingName() {
    return switch (accountClass()) {
      case "ASSET" -> "Assets";
      case "EQUITY" -> "Equity";
      case "EXPENSE" -> "Expense";
      case "LIABILITY" -> "Liabilities";
      default -> "Revenue";
    };
  }

  private String reportingCode() {
    return switch (accountClass()) {
      case "ASSET" -> "ASS";
      case "EQUITY" -> "EQU";
      case "EXPENSE" -> "EXP";
      case "LIABILITY" -> "LIA";
      default -> "REV";
    };
  }
}
