package io.ledgerway.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.golden.BooksFile;
import io.ledgerway.golden.GoldenCase;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.mapping.Trace.At;
import io.ledgerway.mapping.Trace.Field;
import io.ledgerway.mapping.Trace.Looked;
import io.ledgerway.mapping.Trace.Read;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a field is made of is what really made it. */
class TraceTest {

  private static final Path FOLDER = Path.of("mappings");
  private final Books books = BooksFile.read(FOLDER.resolve("books.yaml")).books();
  private final Mappings mappings =
      new Mappings(
          FOLDER,
          new Sources(Path.of("routes"), FOLDER),
          company -> books,
          (company, source, id) -> Optional.empty());
  private final Trace trace = new Trace();

  @Test
  void a_field_names_its_line_its_values_and_the_records_that_were_looked_up() throws IOException {
    run("perk/card-expense", "perk/card-expense/one-line");

    Field account = field("LineItems[0].AccountCode");
    assertThat(account.at()).isEqualTo(place("perk/expense-lines", "AccountCode"));
    assertThat(account.origin().reads())
        .extracting(Read::path)
        .containsExactly("lines[0].category");
    assertThat(account.origin().calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.function()).isEqualTo("account");
              assertThat(call.gave()).isEqualTo(account.value());
              assertThat(call.looked())
                  .extracting(Looked::found)
                  .hasOnlyElementsOfType(Account.class)
                  .hasSize(1);
            });

    Field bank = field("BankAccount.AccountID");
    assertThat(bank.at()).isEqualTo(place("perk/card-expense", "AccountID"));
    assertThat(bank.origin().reads()).extracting(Read::path).contains("card", "currency");
    assertThat(bank.origin().calls())
        .extracting(Trace.Call::function)
        .containsExactly("table", "bankAccount");
    assertThat(bank.origin().calls().get(0).looked())
        .extracting(Looked::part)
        .containsExactly("choice");

    Field reference = field("Reference");
    assertThat(reference.origin().reads()).extracting(Read::path).containsExactly("merchant");
    assertThat(reference.origin().calls())
        .extracting(Trace.Call::function)
        .containsExactly("marker", "fit");
    assertThat(field("Type").at()).isEqualTo(place("perk/card-expense", "Type"));
    assertThat(field("Type").origin().reads()).isEmpty();
    // What only decides is said to do so.
    assertThat(field("LineAmountTypes").origin().reads())
        .allMatch(read -> read.decides() && read.path().equals("lines[0].taxRate"))
        .isNotEmpty();
    assertThat(field("LineItems[0].Description").origin().reads())
        .extracting(Read::path)
        .contains("merchant");
  }

  @Test
  void values_are_followed_through_groups_variables_and_functions() throws IOException {
    String name =
        GoldenCases.under(FOLDER).stream()
            .map(GoldenCase::name)
            .filter(each -> each.startsWith("expensify/expense-report/"))
            .filter(each -> Files.exists(FOLDER.resolve(each + ".out.json")))
            .findFirst()
            .orElseThrow();
    run("expensify/expense-report", name);
    assertThat(trace.fields())
        .filteredOn(each -> each.path().endsWith("LineAmount"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            each ->
                assertThat(
                        each.origin().reads().stream()
                            .filter(read -> read.path().endsWith("].convertedAmount"))
                            .map(read -> (BigDecimal) read.value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .movePointLeft(2))
                    .as("what " + each.path() + " is the sum of")
                    .isEqualByComparingTo(((BigDecimal) each.value()).abs()));
  }

  @Test
  void a_problem_names_the_call_that_found_it_and_what_it_was_given() throws IOException {
    run("perk/card-expense", "perk/card-expense/nothing-fits");
    assertThat(trace.problems())
        .isNotEmpty()
        .allSatisfy(
            found -> {
              assertThat(found.at().line()).isPositive();
              assertThat(found.origin()).isNotNull();
            })
        .filteredOn(found -> found.problem().code().equals("CONTACT_NOT_FOUND"))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.origin().reads())
                    .extracting(Read::path)
                    .containsExactly("employee.email"));
  }

  @Test
  void every_field_of_every_golden_case_has_a_place_and_is_made_as_without_a_trace()
      throws IOException {
    int fields = 0;
    for (GoldenCase each : GoldenCases.under(FOLDER)) {
      String input = Files.readString(FOLDER.resolve(each.name() + ".in.json"));
      Trace of = new Trace();
      assertThat(made(each.mapping(), input, of))
          .as(each.name())
          .isEqualTo(made(each.mapping(), input, null));
      assertThat(of.fields())
          .as(each.name())
          .allSatisfy(
              field -> {
                assertThat(field.at()).as(field.path()).isNotNull();
                assertThat(field.at().line()).isPositive();
                assertThat(field.origin()).isNotNull();
              });
      fields += of.fields().size();
    }
    assertThat(fields).isGreaterThan(500);
  }

  private Object made(String mapping, String input, Trace of) {
    try {
      return mappings.map(mapping, input, "acme", null, null, of);
    } catch (MappingProblems found) {
      return found.problems();
    }
  }

  private void run(String mapping, String name) throws IOException {
    made(mapping, Files.readString(FOLDER.resolve(name + ".in.json")), trace);
  }

  private Field field(String path) {
    List<Field> found = trace.fields().stream().filter(each -> each.path().equals(path)).toList();
    assertThat(found).as(path + " of " + trace.fields()).hasSize(1);
    return found.get(0);
  }

  /** The place of a field's name in its mapping, as an editor counts. */
  private static At place(String mapping, String name) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(mapping + ".jsonata"));
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf("\"" + name + "\"");
      if (at >= 0) {
        return new At(mapping, i + 1, at + 2);
      }
    }
    throw new AssertionError(name);
  }
}
