package io.ledgerway.document;

import static io.ledgerway.document.XeroFields.objects;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.AccountCauses;
import io.ledgerway.cause.KeyKind;
import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.reference.Books;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The release keys of the records that a Xero document names. */
record DocumentNames(DocumentResource resource, Map<String, Object> document, Books books) {

  List<String> contact() {
    String id = text(document, "Contact", "ContactID");
    return Stream.concat(
            Stream.ofNullable(id).map(KeyKind.CONTACT_ID::of),
            Stream.ofNullable(id)
                .flatMap(each -> books.contact(each).stream())
                .map(contact -> KeyKind.CONTACT.of(contact.email())))
        .toList();
  }

  List<String> bankAccount() {
    return Stream.ofNullable(text(document, "BankAccount", "AccountID"))
        .map(KeyKind.ACCOUNT::of)
        .toList();
  }

  List<String> accounts() {
    return Stream.concat(
            ofLines(line -> Stream.ofNullable(text(line, "AccountID")).map(KeyKind.ACCOUNT::of)),
            ofLines(
                line ->
                    Stream.ofNullable(text(line, "AccountCode"))
                        .flatMap(code -> AccountCauses.keysOfCode(code, books).stream())))
        .distinct()
        .toList();
  }

  List<String> taxRates() {
    return ofLines(line -> Stream.ofNullable(text(line, "TaxType")).map(KeyKind.TAX_RATE::of))
        .distinct()
        .toList();
  }

  List<String> tracking() {
    return ofLines(
            line ->
                objects(line, "Tracking").stream()
                    .map(element -> text(element, "TrackingOptionID"))
                    .filter(Objects::nonNull)
                    .flatMap(this::option))
        .distinct()
        .toList();
  }

  private Stream<String> option(String id) {
    return books
        .trackingOption(id)
        .map(TrackingCauses::keys)
        .orElseGet(() -> List.of(KeyKind.TRACKING_OPTION.of(id)))
        .stream();
  }

  /** Whatever it is: any of them may be it. */
  List<String> all() {
    return Stream.of(contact(), bankAccount(), accounts(), taxRates(), tracking())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private Stream<String> ofLines(Function<Map<String, Object>, Stream<String>> keys) {
    return resource.lines(document).stream().flatMap(keys);
  }
}
