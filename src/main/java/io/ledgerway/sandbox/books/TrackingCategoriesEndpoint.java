package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /TrackingCategories} and their options, xero-api.md 4.2. */
@Component
class TrackingCategoriesEndpoint implements Endpoint {

  private static final Fields<TrackingCategory> FIELDS =
      new Fields<TrackingCategory>("TrackingCategory")
          .with("TrackingCategoryID", TrackingCategory::id)
          .with("Name", TrackingCategory::name)
          .with("Status", TrackingCategory::status);

  @Override
  public String name() {
    return "TrackingCategories";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Answer handle(Call call) {
    List<String> path = call.path();
    if (path.isEmpty()) {
      return all(call);
    }
    TrackingCategory category = call.organisation().tracking().get(Ids.parse(path.get(0)));
    if (category == null || (path.size() > 1 && !path.get(1).equals("Options"))) {
      throw Refusal.notFound();
    }
    return switch (path.size()) {
      case 1 -> one(call, category);
      case 2 -> addOption(call, category);
      case 3 -> option(call, category, category.option(Ids.parse(path.get(2))));
      default -> throw Refusal.notFound();
    };
  }

  private Answer all(Call call) {
    Organisation books = call.organisation();
    if (call.isPut()) {
      return answer(
          call, TrackingChanges.create(books, call.elements("TrackingCategories").get(0)));
    }
    if (!call.isGet()) {
      throw Refusal.notImplemented();
    }
    boolean archived = call.flag("includeArchived");
    List<?> found =
        Listing.of(call, books.tracking().all(), FIELDS, false, false, false).records().stream()
            .filter(category -> archived || category.isActive())
            .map(category -> category.show(archived))
            .toList();
    return Envelope.of(call, "TrackingCategories", found, books.now());
  }

  private Answer one(Call call, TrackingCategory category) {
    Organisation books = call.organisation();
    if (call.isGet()) {
      return answer(call, category);
    }
    if (call.isPost()) {
      return answer(
          call,
          TrackingChanges.update(books, category, call.elements("TrackingCategories").get(0)));
    }
    if (call.isDelete()) {
      return answer(call, TrackingChanges.delete(books, category));
    }
    throw Refusal.notImplemented();
  }

  private Answer addOption(Call call, TrackingCategory category) {
    if (!call.isPut()) {
      throw Refusal.notImplemented();
    }
    return options(
        call,
        TrackingChanges.addOption(call.organisation(), category, call.elements("Options").get(0)));
  }

  private Answer option(Call call, TrackingCategory category, Option option) {
    if (option == null) {
      throw Refusal.notFound();
    }
    Organisation books = call.organisation();
    if (call.isPost()) {
      return options(
          call,
          TrackingChanges.changeOption(books, category, option, call.elements("Options").get(0)));
    }
    if (call.isDelete()) {
      return options(call, TrackingChanges.deleteOption(books, category, option));
    }
    throw Refusal.notImplemented();
  }

  private Answer answer(Call call, TrackingCategory category) {
    return Envelope.of(
        call, "TrackingCategories", List.of(category.show(true)), call.organisation().now());
  }

  private Answer options(Call call, Option option) {
    return Envelope.of(call, "Options", List.of(option.show()), call.organisation().now());
  }
}
