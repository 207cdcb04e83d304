package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /TaxRates}: no change date, no pages, one record per write. */
@Component
class TaxRatesEndpoint implements Endpoint {

  private static final Fields<TaxRate> FIELDS =
      new Fields<TaxRate>("TaxRate")
          .with("TaxType", TaxRate::taxType)
          .with("Name", TaxRate::name)
          .with("Status", TaxRate::status)
          .with("ReportTaxType", TaxRate::reportTaxType)
          .with("EffectiveRate", TaxRate::effectiveRate)
          .with("CanApplyToAssets", rate -> rate.fits("ASSET"))
          .with("CanApplyToEquity", rate -> rate.fits("EQUITY"))
          .with("CanApplyToExpenses", rate -> rate.fits("EXPENSE"))
          .with("CanApplyToLiabilities", rate -> rate.fits("LIABILITY"))
          .with("CanApplyToRevenue", rate -> rate.fits("REVENUE"));

  @Override
  public String name() {
    return "TaxRates";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    if (call.isGet() && call.path().isEmpty()) {
      return answer(
          call, Listing.of(call, books.taxRates().all(), FIELDS, false, false, false).records());
    }
    if (call.isGet() && call.path().size() == 1) {
      TaxRate rate = books.taxRates().find(call.path().get(0));
      if (rate == null) {
        throw Refusal.notFound();
      }
      return answer(call, List.of(rate));
    }
    if ((call.isPut() || call.isPost()) && call.path().isEmpty()) {
      return answer(
          call,
          List.of(
              TaxRateChanges.writeOverApi(books, call.elements("TaxRates").get(0), call.isPut())));
    }
    throw call.path().size() > 1 ? Refusal.notFound() : Refusal.notImplemented();
  }

  private Answer answer(Call call, List<TaxRate> rates) {
    return Envelope.of(
        call, "TaxRates", rates.stream().map(TaxRate::show).toList(), call.organisation().now());
  }
}
