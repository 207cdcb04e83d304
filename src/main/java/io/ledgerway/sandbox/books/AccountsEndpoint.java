package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /Accounts}: unpaged, archived ones among the others, one record per write. */
@Component
class AccountsEndpoint implements Endpoint {

  private static final Fields<Account> FIELDS =
      new Fields<Account>("Account")
          .with("AccountID", Account::id)
          .with("Code", Account::code)
          .with("Name", Account::name)
          .with("Type", Account::type)
          .with("TaxType", Account::taxType)
          .with("Status", Account::status)
          .with("Class", Account::accountClass)
          .with("SystemAccount", Account::systemAccount)
          .with("Description", Account::description)
          .with("BankAccountNumber", Account::bankAccountNumber)
          .with("BankAccountType", Account::bankAccountType)
          .with("CurrencyCode", Account::currency)
          .with("EnablePaymentsToAccount", Account::takesPayments)
          .with("ShowInExpenseClaims", Account::showInExpenseClaims)
          .with("UpdatedDateUTC", account -> Instant.ofEpochMilli(account.updated()));

  @Override
  public String name() {
    return "Accounts";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.accounts().get(id);
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    if (call.isGet() && call.path().isEmpty()) {
      List<Account> found =
          Listing.of(call, books.accounts().all(), FIELDS, true, false, false).records();
      return Envelope.of(
          call, "Accounts", found.stream().map(one -> inList(books, one)).toList(), books.now());
    }
    if (call.path().isEmpty() && call.isPut()) {
      Input in = call.elements("Accounts").get(0);
      return answer(call, AccountChanges.create(books, in).show());
    }
    Account account = named(call, books);
    if (account == null || call.path().size() > 1) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      return answer(call, single(books, account));
    }
    if (call.isPost()) {
      Input in = call.elements("Accounts").get(0);
      return answer(call, AccountChanges.update(books, account, in).show());
    }
    if (call.isDelete()) {
      return answer(call, AccountChanges.delete(books, account).show());
    }
    throw Refusal.notImplemented();
  }

  /** By the id or code in the path, or by the id in a body. */
  private static Account named(Call call, Organisation books) {
    if (call.path().isEmpty()) {
      if (!call.isPost()) {
        throw Refusal.notImplemented();
      }
      UUID id = call.elements("Accounts").get(0).uuid("AccountID");
      return id == null ? null : books.accounts().get(id);
    }
    UUID id = Ids.orNull(call.path().get(0));
    return id == null ? books.accounts().find(call.path().get(0)) : books.accounts().get(id);
  }

  private Answer answer(Call call, Map<String, Object> shown) {
    return Envelope.of(call, "Accounts", List.of(shown), call.organisation().now());
  }

  /** What is written says nothing of files, a list whether there are any. */
  private static Map<String, Object> inList(Organisation books, Account account) {
    Map<String, Object> shown = account.show();
    shown.put("HasAttachments", books.attachments().any(account.id()));
    return shown;
  }

  private static Map<String, Object> single(Organisation books, Account account) {
    Map<String, Object> shown = inList(books, account);
    shown.put("Attachments", books.attachments().shown("Accounts", account.id()));
    return shown;
  }
}
