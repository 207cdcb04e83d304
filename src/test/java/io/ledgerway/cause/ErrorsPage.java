package io.ledgerway.cause;

import io.ledgerway.cause.Catalogue.Entry;
import io.ledgerway.cause.Catalogue.Receipt;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/errors.md}, as the catalogue has it. */
final class ErrorsPage {

  private static final String HEAD =
      """
      # Why a document is held

      This page is made from [`causes.yaml`](../src/main/resources/causes.yaml): `mvn test -Dtest=ErrorsDocumentedTest -Ddocs.write` writes it anew.

      A held document carries `problems`: each with its code, a message, who acts (`actor`), what to do (`action`) and where in the document
      (`field`). `waitsFor` names the records and settings whose change has it checked again, whoever changes them and in whichever order: in
      Xero, in the import settings, in a table or setting of the source, in a mapping file. Where nothing stands there, only the source can
      mend it, by a higher version. An account's codes, a contact's e-mail addresses and a tracking option's category count as well: a document
      that names account `433` goes out when some account comes to have that code.

      The same cause has the same code whether a mapping's look-up finds it, the check before sending, or Xero. What Xero says is told in its own
      words, each message of each element, except where users know a clearer sentence; `said` then has Xero's. While a document waits for a record
      in Xero, that record is looked at again by itself: every 40 seconds at first, ever less often later.

      """;

  private ErrorsPage() {}

  static String text() {
    return HEAD
        + "## What users are told of, and what becomes of it\n\n"
        + "| scenario | code | mended by | test |\n| --- | --- | --- | --- |\n"
        + scenarios()
        + "\n"
        + "A custom field that was not imported is left off, and holds nothing. A first read that"
        + " takes long shows how far it is\n"
        + "([sync.md](sync.md)). A limit of Xero's holds nothing either: `waitingFor` of the"
        + " company says\n"
        + "\"Too many requests to Xero. Please retry later.\" with the time at which it goes on by"
        + " itself.\n"
        + "\n"
        + "## Every cause\n\n"
        + "| code | what is told | who acts, and how | released by a change of | recognised here |"
        + " by Xero's words |\n"
        + "| --- | --- | --- | --- | --- | --- |\n"
        + rows(ErrorsPage::row)
        + "\n"
        + "Actors: EMPLOYEE, whose document it is; ADMIN, who sets up the company here and in Xero;"
        + " FINANCE, who keeps the books; ENGINEER, who\n"
        + "writes mappings; OPERATOR, who runs this engine; NOBODY, it heals by waiting. A source"
        + " may name codes of its own for `SETTING_MISSING` and\n"
        + "`NOT_IN_TABLE` in its `source.yaml`: Perk's are `TRANSFER_ACCOUNT_MISSING` and"
        + " `CARD_NOT_MAPPED`.\n"
        + "\n"
        + "## Records that are not entered (dead letters)\n\n"
        + "| code | why | who acts | then |\n"
        + "| --- | --- | --- | --- |\n"
        + Catalogue.OURS.letters().entrySet().stream()
            .map(
                letter ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            letter.getKey(),
                            letter.getValue().why(),
                            letter.getValue().who(),
                            letter.getValue().then()))
            .collect(Collectors.joining())
        + "\n"
        + "## Receipts that are not attached\n\n"
        + "| code | what is told | who acts, and how | tried again by itself |\n"
        + "| --- | --- | --- | --- |\n"
        + Catalogue.OURS.receipts().entrySet().stream()
            .map(receipt -> row(receipt.getKey(), receipt.getValue()))
            .collect(Collectors.joining());
  }

  private static String row(String code, Receipt receipt) {
    return "| `%s` | %s | %s: %s | %s |\n"
        .formatted(
            code,
            receipt.message().template(),
            receipt.actor(),
            receipt.action(),
            receipt.again() == null ? "" : receipt.again());
  }

  private static String scenarios() {
    return Arrays.stream(Cause.values())
        .filter(cause -> Catalogue.OURS.of(cause).scenario() != null)
        .map(
            cause -> {
              Entry entry = Catalogue.OURS.of(cause);
              return "| %s | `%s` | %s | `%s` |\n"
                  .formatted(
                      entry.scenario(),
                      cause,
                      cell(entry.action().template()),
                      Provoked.BY.get(cause));
            })
        .collect(Collectors.joining());
  }

  private static String row(Cause cause) {
    Entry entry = Catalogue.OURS.of(cause);
    return "| `%s` | %s | %s: %s | %s | %s | %s |\n"
        .formatted(
            cause,
            cell(told(entry)),
            entry.actor(),
            cell(entry.action().template()),
            entry.releases().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ")),
            entry.check() == null ? "only Xero knows" : cell(entry.check()),
            Catalogue.OURS.refusals().stream()
                .filter(refusal -> refusal.cause() == cause)
                .map(refusal -> "`" + cell(refusal.says().pattern()) + "`")
                .collect(Collectors.joining("<br>")));
  }

  private static String told(Entry entry) {
    String model = entry.message().model();
    return model == null
        ? entry.message().template()
        : entry.message().template() + " *{model}*: " + model;
  }

  private static String rows(Function<Cause, String> row) {
    return Stream.of(Cause.values()).map(row).collect(Collectors.joining());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
