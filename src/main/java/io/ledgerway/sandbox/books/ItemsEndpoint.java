package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.document.Stock;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Batch;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /Items}: unpaged, no archive. */
@Component
class ItemsEndpoint implements Endpoint {

  /** xero-api.md 2.9. */
  private static final int MOST = 500;

  private static final Fields<Item> FIELDS =
      new Fields<Item>("Item")
          .with("ItemID", Item::id)
          .with("Code", Item::code)
          .with("Name", Item::name)
          .with("Description", Item::description)
          .with("IsSold", Item::sold)
          .with("IsPurchased", Item::purchased)
          .with("UpdatedDateUTC", item -> Instant.ofEpochMilli(item.updated()));

  @Override
  public String name() {
    return "Items";
  }

  /** One lab run had an item write refused with the scope for invoices, xero-api.md 1.6. */
  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.items().get(id);
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    if (call.path().isEmpty() && call.isGet()) {
      return answer(
          call, Listing.of(call, books.items().all(), FIELDS, true, false, false).records());
    }
    Item named = call.path().isEmpty() ? null : named(books, call.path().get(0));
    if (call.path().size() > 1 || (!call.path().isEmpty() && named == null)) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      return answer(call, List.of(named));
    }
    if (call.isPost() || (call.isPut() && named == null)) {
      if (call.elements(name()).size() > MOST) {
        throw Refusal.badRequest("A request can hold at most %d items".formatted(MOST));
      }
      ItemWriter writer = new ItemWriter(books, call.isPut(), named);
      return Batch.write(call, name(), books.now(), Item::shape, writer::write);
    }
    if (call.isDelete() && named != null) {
      books.items().remove(named.id());
      return Answer.empty(204);
    }
    throw Refusal.notImplemented();
  }

  private static Item named(Organisation books, String idOrCode) {
    UUID id = Ids.orNull(idOrCode);
    return id == null ? books.items().find(idOrCode) : books.items().get(id);
  }

  private Answer answer(Call call, List<Item> items) {
    Organisation books = call.organisation();
    Map<String, Stock.OnHand> stock = Stock.of(books);
    return Envelope.of(
        call, name(), items.stream().map(item -> item.show(stock)).toList(), books.now());
  }
}
