package io.ledgerway.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Sample.Fate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Good expenses, each spoiled in one way. */
final class WrongExpenses {

  private final List<Sample> samples = new ArrayList<>();
  private final SandboxBooks books;
  private final Supplier<ObjectNode> good;
  private final String company;

  WrongExpenses(SandboxBooks books, Supplier<ObjectNode> good, String company) {
    this.books = books;
    this.good = good;
    this.company = company;
  }

  List<Sample> all() {
    unreadable("not JSON", "{\"id\": \"exp-broken\", ");
    unreadable("no value", null);
    unreadable("an array instead of an expense", "[1, 2, 3]");
    spoiled(Fate.HELD, "no lines", e -> e.remove("lines"));
    spoiled(Fate.HELD, "an amount that is a text", e -> line(e).put("amount", "12.50"));
    spoiled(Fate.HELD, "a way to pay that does not exist", e -> e.put("paidBy", "barter"));
    spoiled(Fate.HELD, "no date", e -> e.remove("date"));
    spoiled(Fate.DEAD_LETTER, "no version", e -> e.remove("version"));
    spoiled(Fate.DEAD_LETTER, "a company that does not exist", e -> e.put("company", "nobody"));

    String unknown = "00000000-1111-2222-3333-444444444444";
    spoiled(Fate.HELD, "an unknown category", e -> line(e).put("category", unknown));
    if (books.archivedAccount() != null) {
      spoiled(
          Fate.HELD, "an archived account", e -> line(e).put("category", books.archivedAccount()));
    }
    spoiled(Fate.HELD, "an unknown tax rate", e -> line(e).put("taxRate", "TAX999"));
    spoiled(Fate.HELD, "a tax rate for sales", e -> line(e).put("taxRate", books.salesTax()));
    spoiled(Fate.HELD, "an unknown cost object", e -> line(e).putArray("costObjects").add(unknown));
    spoiled(
        Fate.HELD,
        "an employee without a contact",
        e -> e.putObject("employee").put("email", "new.hire@acme.example"));
    spoiled(Fate.HELD, "a card that is not mapped", e -> e.put("card", "card-unmapped"));
    spoiled(Fate.HELD, "no card", e -> e.remove("card"));
    spoiled(
        Fate.HELD,
        "a currency that the organisation does not have",
        e -> e.put("paidBy", "private").put("currency", "XAF"));
    spoiled(Fate.HELD, "three decimals", e -> line(e).put("amount", new BigDecimal("12.505")));
    spoiled(Fate.HELD, "nothing to pay", e -> line(e).put("amount", new BigDecimal("0.00")));
    withLine("lines whose signs differ", "-0.50");
    withLine("a line of zero beside another", "0");
    repeated();
    return samples;
  }

  private void repeated() {
    ObjectNode expense = good.get();
    add(expense, Fate.POSTED, "comes three times");
    add(expense, Fate.REPEATED, "the second time");
    add(expense, Fate.REPEATED, "the third time");
    ObjectNode other = expense.deepCopy();
    line(other).put("amount", new BigDecimal("1.23"));
    add(other, Fate.DEAD_LETTER, "the same version with other content");
  }

  private void spoiled(Fate fate, String why, Consumer<ObjectNode> spoil) {
    ObjectNode expense = good.get();
    spoil.accept(expense);
    add(expense, fate, why);
  }

  private void withLine(String why, String amount) {
    spoiled(
        Fate.POSTED,
        why,
        e ->
            e.withArray("lines")
                .add(
                    line(e).deepCopy().put("id", "further").put("amount", new BigDecimal(amount))));
  }

  private void unreadable(String why, String value) {
    samples.add(new Sample(null, company, value, Fate.DEAD_LETTER, why));
  }

  private void add(ObjectNode expense, Fate fate, String why) {
    samples.add(new Sample(expense.get("id").asText(), company, expense.toString(), fate, why));
  }

  private static ObjectNode line(ObjectNode expense) {
    return (ObjectNode) expense.get("lines").get(0);
  }
}
