package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.document.PlanRule;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code GET /Organisation} and its {@code Actions}, xero-api.md 4.12. */
@Component
class OrganisationEndpoint implements Endpoint {

  private static final List<String> ACTIONS =
      List.of(
          "AttachFilesIntoInvoice",
          "CreateApprovedBill",
          "CreateApprovedInvoice",
          "CreateDraftInvoice",
          "CreateRepeatingInvoice",
          "EditPaidInvoice",
          "UseMulticurrency");

  @Override
  public String name() {
    return "Organisation";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Answer handle(Call call) {
    if (!call.isGet()) {
      throw Refusal.notImplemented();
    }
    Organisation books = call.organisation();
    if (call.path().isEmpty()) {
      return Envelope.of(call, "Organisations", List.of(show(books)), books.now());
    }
    if (call.path().equals(List.of("Actions"))) {
      List<?> actions =
          ACTIONS.stream()
              .map(action -> Map.of("Name", action, "Status", status(books, action)))
              .toList();
      return Envelope.of(call, "Actions", actions, books.now());
    }
    throw Refusal.notFound();
  }

  private static String status(Organisation books, String action) {
    boolean allowed =
        switch (action) {
          case "UseMulticurrency" -> books.plan().multicurrency();
          case "CreateApprovedBill" -> !PlanRule.reached(books, false, books.today());
          case "CreateApprovedInvoice" -> !PlanRule.reached(books, true, books.today());
          default -> true;
        };
    return allowed ? "ALLOWED" : "NOT-ALLOWED";
  }

  private Map<String, Object> show(Organisation books) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Name", books.name());
    shown.put("LegalName", books.name());
    shown.put("PaysTax", true);
    shown.put("Version", books.country().version);
    shown.put("OrganisationType", "COMPANY");
    shown.put("BaseCurrency", books.baseCurrency());
    shown.put("CountryCode", books.country().code());
    shown.put("IsDemoCompany", books.name().startsWith("Demo Company"));
    shown.put("OrganisationStatus", "ACTIVE");
    shown.put("FinancialYearEndDay", 31);
    shown.put("FinancialYearEndMonth", 3);
    shown.put("SalesTaxBasis", "ACCRUALS");
    shown.put("SalesTaxPeriod", "TWOMONTHS");
    shown.put("DefaultSalesTax", "Tax Exclusive");
    shown.put("DefaultPurchasesTax", "Tax Inclusive");
    if (books.periodLockDate() != null) {
      shown.put("PeriodLockDate", XeroDates.show(books.periodLockDate()));
    }
    if (books.endOfYearLockDate() != null) {
      shown.put("EndOfYearLockDate", XeroDates.show(books.endOfYearLockDate()));
    }
    shown.put("CreatedDateUTC", XeroDates.showNow(books.created()));
    shown.put("OrganisationEntityType", "COMPANY");
    shown.put("Timezone", books.country().timezone);
    shown.put("ShortCode", "!" + books.tenantId().toString().substring(0, 5));
    shown.put("OrganisationID", books.tenantId());
    shown.put("Edition", "BUSINESS");
    shown.put("Class", books.plan().name());
    shown.put("Addresses", List.of());
    shown.put("Phones", List.of());
    shown.put("ExternalLinks", List.of());
    shown.put("PaymentTerms", Map.of());
    return shown;
  }
}
