package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /Currencies}: read all, add one. */
@Component
class CurrenciesEndpoint implements Endpoint {

  private static final Fields<Currency> FIELDS =
      new Fields<Currency>("Currency")
          .with("Code", Currency::code)
          .with("Description", Currency::description);

  @Override
  public String name() {
    return "Currencies";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Answer handle(Call call) {
    if (!call.path().isEmpty()) {
      throw Refusal.notFound();
    }
    Organisation books = call.organisation();
    if (call.isGet()) {
      return answer(
          call, Listing.of(call, books.currencies().all(), FIELDS, false, false, false).records());
    }
    if (!call.isPut()) {
      throw Refusal.notImplemented();
    }
    String code = call.elements("Currencies").get(0).text("Code", "");
    if (!code.matches("[A-Z]{3}")) {
      throw Refusal.postDataInvalid("'%s' is not a currency code".formatted(code));
    }
    if (!books.plan().multicurrency()) {
      throw Refusal.validation(
          List.of(
              Map.of(
                  "Code",
                  code,
                  "ValidationErrors",
                  List.of(Map.of("Message", "The organisation's plan has no multicurrency")))));
    }
    return answer(call, List.of(CurrencyChanges.add(books, code)));
  }

  private Answer answer(Call call, List<Currency> currencies) {
    return Envelope.of(
        call,
        "Currencies",
        currencies.stream().map(Currency::show).toList(),
        call.organisation().now());
  }
}
