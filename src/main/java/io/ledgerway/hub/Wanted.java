package io.ledgerway.hub;

import io.ledgerway.story.PostingStories.Filter;
import io.ledgerway.story.PostingView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which documents somebody looks for. Immutable.
 *
 * @param search words of a merchant, an employee's e-mail address, a source's id, or our mark
 * @param least amount, on either side of nothing
 */
record Wanted(
    String state,
    String search,
    String source,
    String kind,
    LocalDate from,
    LocalDate to,
    BigDecimal least,
    UUID cursor) {

  private static final Set<String> STATES =
      Set.of(
          "RECEIVED",
          "HELD",
          "READY",
          "SENDING",
          "UNCERTAIN",
          "POSTED",
          "DIFFERENT",
          "NOTHING_TO_POST",
          "UNDONE");
  private static final int LONGEST = 200;

  /** As an address gives it; what is blank is not wanted. */
  static Wanted of(DocumentsAddress asked) {
    String state = present(asked.state());
    if (state != null && !STATES.contains(state)) {
      throw WrongAddress.notValid("There is no such state.", "Choose one of the tabs.");
    }
    String search = present(asked.q());
    if (search != null && search.length() > LONGEST) {
      throw WrongAddress.notValid(
          "The search is longer than " + LONGEST + " characters.", "Search for less.");
    }
    return new Wanted(
        state,
        search,
        present(asked.source()),
        present(asked.kind()),
        day(asked.from()),
        day(asked.to()),
        amount(asked.least()),
        id(asked.cursor()));
  }

  /** What indexes know. */
  Filter filter() {
    return new Filter(state, kind, null, isAddress() ? search : null, from, to, null, null, cursor);
  }

  Filter bySourceId() {
    return new Filter(state, null, search, null, null, null, null, null, null);
  }

  /** The same, what is older than that. */
  Wanted from(UUID before) {
    return new Wanted(state, search, source, kind, from, to, least, before);
  }

  /** The rest. */
  boolean fits(PostingView document) {
    return (source == null || source.equals(document.source()))
        && (least == null
            || document.total() != null && document.total().abs().compareTo(least.abs()) >= 0)
        && (search == null || isAddress() || isFoundIn(document));
  }

  public boolean isNarrowed() {
    return Stream.of(search, source, kind, from, to, least).anyMatch(each -> each != null);
  }

  private boolean isAddress() {
    return search != null && search.matches("\\S+@\\S+\\.\\S+");
  }

  private boolean isFoundIn(PostingView document) {
    String looked = search.toLowerCase(Locale.ROOT);
    String number = looked.replace(",", "").replace('\u2212', '-');
    return Stream.of(
                document.merchant(), document.employee(), document.sourceId(), document.marker())
            .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(looked))
        || document.total() != null
            && number.matches("-?[0-9]{1,15}(\\.[0-9]{1,4})?")
            && document.total().abs().compareTo(new BigDecimal(number).abs()) == 0;
  }

  private static String present(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static LocalDate day(String text) {
    try {
      return present(text) == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw WrongAddress.notValid("A period has days such as 2026-11-25.", "Choose another.");
    }
  }

  private static BigDecimal amount(String text) {
    if (present(text) == null) {
      return null;
    }
    String number = text.strip().replace(",", "");
    if (!number.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
      throw WrongAddress.notValid("An amount is a number such as 20.00.", "Write another.");
    }
    return new BigDecimal(number);
  }

  private static UUID id(String text) {
    try {
      return present(text) == null ? null : UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw WrongAddress.notValid("This page of the list does not exist.", "Begin at the first.");
    }
  }
}
