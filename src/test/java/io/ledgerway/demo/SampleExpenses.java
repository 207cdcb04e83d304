package io.ledgerway.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Purchases.Purchase;
import io.ledgerway.demo.Sample.Fate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up expenses of one company that look like real ones: the same seed, books and day give the
 * same expenses. Not thread-safe.
 */
public final class SampleExpenses {

  /** The card that a company must map before card expenses can post. */
  public static final String CARD = "card-1";

  private final JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
  private final SandboxBooks books;
  private final String company;
  private final LocalDate today;
  private final Random random;
  private int count;

  public SampleExpenses(SandboxBooks books, String company, LocalDate today, long seed) {
    this.books = books;
    this.company = company;
    this.today = today;
    this.random = new Random(seed);
  }

  /** Expenses of every kind that nothing stands in the way of. */
  public List<Sample> good(int number) {
    List<Sample> samples = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      ObjectNode expense = anyExpense();
      samples.add(sample(expense, Fate.POSTED, ""));
    }
    return samples;
  }

  /** Card expenses only, each with the given number of lines: what a benchmark wants. */
  public List<Sample> cards(int number, int lines) {
    List<Sample> samples = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      samples.add(sample(expense("card", lines, false), Fate.POSTED, ""));
    }
    return samples;
  }

  /** One expense for each way in which one can be wrong, and events that come again. */
  public List<Sample> wrong() {
    WrongExpenses wrong = new WrongExpenses(books, this::anyPlainExpense, company);
    return wrong.all();
  }

  private ObjectNode anyPlainExpense() {
    return expense("card", 1, false);
  }

  private ObjectNode anyExpense() {
    String paidBy = oneIn(5) ? "travel" : oneIn(4) ? "private" : "card";
    int lines = oneIn(20) ? 12 : oneIn(3) ? 2 + random.nextInt(4) : 1;
    return expense(paidBy, lines, oneIn(10));
  }

  private ObjectNode expense(String paidBy, int lines, boolean refund) {
    String id = "exp-%06d".formatted(++count);
    Purchase purchase = any(paidBy.equals("travel") ? Purchases.TRAVEL : Purchases.EVERYDAY);
    ObjectNode expense = json.objectNode();
    expense.put("id", id).put("version", 1).put("company", company).put("paidBy", paidBy);
    expense.putObject("employee").put("email", any(books.employees()));
    expense.put("date", today.minusDays(1 + random.nextInt(45)).toString());
    expense.put("currency", books.baseCurrency());
    expense.put("merchant", purchase.merchant());
    if (oneIn(50)) {
      expense.put("description", "Long story. ".repeat(500));
    } else if (!oneIn(4)) {
      expense.put("description", purchase.what());
    }
    if (paidBy.equals("card")) {
      expense.put("card", CARD);
    }
    boolean taxed = !oneIn(6);
    ArrayNode array = expense.putArray("lines");
    for (int i = 1; i <= lines; i++) {
      array.add(line(id + "-" + i, purchase, refund, taxed));
    }
    if (oneIn(3)) {
      expense
          .putArray("documents")
          .addObject()
          .put("id", id + "-receipt")
          .put("kind", "receipt")
          .put("fileName", "receipt.pdf")
          .put("contentType", "application/pdf")
          .put("url", "https://perk.example/receipts/" + id + ".pdf");
    }
    expense.put("costCentreOwner", "unknown fields are kept");
    return expense;
  }

  private ObjectNode line(String id, Purchase purchase, boolean refund, boolean taxed) {
    BigDecimal amount = BigDecimal.valueOf(100 + random.nextInt(50_000), 2);
    ObjectNode line = json.objectNode();
    line.put("id", id).put("amount", refund ? amount.negate() : amount);
    line.put("category", any(books.expenseAccounts()));
    if (!oneIn(5)) {
      line.put("description", purchase.what());
    }
    if (taxed && !oneIn(8)) {
      line.put("taxRate", any(books.purchaseTaxes()));
    }
    ArrayNode costObjects = line.putArray("costObjects");
    for (List<String> options : books.trackingOptions()) {
      if (!options.isEmpty() && oneIn(2)) {
        costObjects.add(any(options));
      }
    }
    if (oneIn(5)) {
      line.putObject("customFields").put("purpose", "customer visit");
    }
    return line;
  }

  private Sample sample(ObjectNode expense, Fate fate, String why) {
    return new Sample(expense.get("id").asText(), company, expense.toString(), fate, why);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
