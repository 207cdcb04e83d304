package io.ledgerway.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.flow.Engine.Company;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

/**
 * A card expense of one line with which nothing is wrong, for tests that change one thing of it.
 */
final class PlainExpense {

  private PlainExpense() {}

  static ObjectNode of(Company company, String id) {
    ObjectNode expense = JsonNodeFactory.instance.objectNode();
    expense.put("id", id).put("version", 1).put("company", company.id());
    expense.put("paidBy", "card").put("card", SampleExpenses.CARD);
    expense.put("currency", "NZD").put("merchant", "Cafe");
    expense.put("date", LocalDate.now(Clock.systemUTC()).minusDays(1).toString());
    expense.putObject("employee").put("email", company.books().employees().get(0));
    ObjectNode line = expense.putArray("lines").addObject();
    line.put("id", "1").put("amount", new BigDecimal("11.50"));
    line.put("category", company.books().expenseAccounts().get(0));
    return expense;
  }

  static ObjectNode line(ObjectNode expense) {
    return (ObjectNode) expense.at("/lines/0");
  }
}
