package io.ledgerway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final String GOOD =
      """
      source: acorn
      title: Acorn
      kinds:
        charge: { noun: charge, resource: Invoices, afterPosting: refuse }
      settings:
        type: object
        properties:
          wording:
            title: Wording
            type: string
            default: Subscription
      tables:
        services: { title: Services, noun: service, format: xero-account }
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("routes/acorn/source.yaml");
    Files.createDirectories(file.getParent());
    Files.createDirectories(folder.resolve("mappings/acorn"));
    Files.writeString(folder.resolve("mappings/acorn/charge.jsonata"), "{}");
    Files.writeString(file, GOOD);
  }

  @Test
  void a_source_is_what_its_file_says() {
    Source acorn = sources().of("acorn");

    assertThat(acorn.kinds().get("charge").resource()).isEqualTo("Invoices");
    assertThat(acorn.settings().get("wording").otherwise()).isEqualTo("Subscription");
    assertThat(acorn.tables().get("services").recordKind()).isEqualTo("account");
  }

  /** Each mistake by itself, with the line that it is on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          source: acorn             | source: oak                | source.yaml:1:1: 'oak' must be the name of its folder
          title: Acorn              | titel: Acorn               | 'titel' is not defined
          resource: Invoices        | resource: Quotes           | source.yaml:4:
          afterPosting: refuse      | afterPosting: shrug        | source.yaml:4:
          charge: {                 | toll: {                    | source.yaml:4:3: there is no mapping
          type: string              | type: text                 | source.yaml:10:
          default: Subscription     | default: 7                 | source.yaml:11:
          format: xero-account      | format: xero-quote         | source.yaml:13:
          title: Wording            | title: [Wording            | source.yaml:
          noun: service,            | noun: service, noun: twice,| source.yaml:13:47: this is no YAML: found duplicate key
          """)
  void a_mistake_is_refused_with_its_file_and_line(String part, String by, String told)
      throws IOException {
    assertThat(GOOD).contains(part);
    Files.writeString(file, GOOD.replace(part, by));

    assertThatThrownBy(this::sources)
        .isInstanceOf(SourceMistakes.class)
        .hasMessageContaining("acorn/source.yaml:")
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [https://a.example]   | NONE, RECEIPTS, ALL | source.yaml:17:
          [a.example/x]         | NONE, RECEIPTS, ALL | source.yaml:17:
          []                    | NONE, RECEIPTS, ALL | source.yaml:17:
          ["*"]                 | NONE, RECEIPTS, ALL | source.yaml:17:
          [a.example]           | NONE, ALL           | source.yaml:16:1: the companies choose by a setting 'receipts'
          """)
  void receipts_come_from_hosts_and_are_chosen_by_the_company(
      String hosts, String choice, String told) throws IOException {
    String good =
        GOOD.replace(
                "tables:",
                "    receipts: { title: Receipts, type: string, enum: [NONE, RECEIPTS, ALL],"
                    + " default: NONE }\n"
                    + "tables:")
            + "\nreceipts:\n  hosts: [a.example, '*.b.example:8443']\n";
    Files.writeString(file, good);
    assertThat(sources().of("acorn").receiptHosts())
        .containsExactly("a.example", "*.b.example:8443");

    Files.writeString(
        file,
        good.replace("NONE, RECEIPTS, ALL", choice)
            .replace("[a.example, '*.b.example:8443']", hosts));
    assertThatThrownBy(this::sources).isInstanceOf(SourceMistakes.class).hasMessageContaining(told);
  }

  @Test
  void who_waits_for_a_mapping_is_released_by_an_edit_of_the_sources_file_too() throws IOException {
    Mappings mappings =
        new Mappings(
            folder.resolve("mappings"),
            sources(),
            company -> null,
            (company, source, id) -> java.util.Optional.empty());
    String before = mappings.versions().get("acorn/charge");

    Files.writeString(file, GOOD.replace("title: Acorn", "title: Oak"));

    assertThat(
            new Mappings(
                    folder.resolve("mappings"),
                    sources(),
                    company -> null,
                    (company, source, id) -> java.util.Optional.empty())
                .versions()
                .get("acorn/charge"))
        .isNotEqualTo(before);
  }

  private Sources sources() {
    return new Sources(folder.resolve("routes"), folder.resolve("mappings"));
  }
}
