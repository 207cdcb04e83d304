package io.ledgerway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.posting.LedgerFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of each table and setting docs/data.md says what is decided. */
class DataPageTest {

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void each_table_stands_on_the_page_once_with_how_long_it_is_kept() throws IOException {
    List<String> named =
        rows("## Table by table").flatMap(row -> names(row.split("\\|")[1])).toList();
    try (LedgerFixture ledger = new LedgerFixture()) {
      assertThat(named)
          .containsExactlyInAnyOrderElementsOf(
              ledger
                  .jdbc
                  .sql(
                      "select table_name from information_schema.tables where table_schema ="
                          + " 'public' and table_type = 'BASE TABLE'")
                  .query(String.class)
                  .list());
      List<String> columns =
          ledger
              .jdbc
              .sql(
                  "select column_name from information_schema.columns where table_schema ="
                      + " 'public'")
              .query(String.class)
              .list();
      rows("## Table by table")
          .forEach(
              row -> {
                assertThat(row.split("\\|")[4]).as(row).isNotBlank();
                assertThat(columns).as(row).containsAll(names(row.split("\\|")[3]).toList());
              });
    }
  }

  @Test
  void each_setting_stands_on_the_page_with_its_environment_variable() throws IOException {
    TreeSet<String> settings = new TreeSet<>(Sweeps.settings().stringPropertyNames());
    settings.removeIf(name -> !name.startsWith("ledgerway.keep."));
    assertThat(settings)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Keep.class.getRecordComponents())
                .map(each -> "ledgerway.keep." + kebab(each.getName()))
                .toList());
    assertThat(rows("## How long").map(row -> row.split("\\|")[1].strip()))
        .containsExactlyInAnyOrderElementsOf(
            settings.stream().map(name -> "`" + name + "`").toList());
    assertThat(rows("## How long"))
        .allSatisfy(
            row ->
                assertThat(row.split("\\|")[2].strip())
                    .isEqualTo(
                        "`"
                            + names(row)
                                .findFirst()
                                .orElseThrow()
                                .replace('-', '_')
                                .replace('.', '_')
                                .toUpperCase(Locale.ROOT)
                            + "`"));
  }

  /** Of the table below a heading, without its head. */
  private static Stream<String> rows(String heading) throws IOException {
    String page = Files.readString(Path.of("docs", "data.md"));
    int from = page.indexOf(heading);
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to)
        .lines()
        .filter(line -> line.startsWith("| `"));
  }

  private static Stream<String> names(String cell) {
    return NAME.matcher(cell).results().map(found -> found.group(1));
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
