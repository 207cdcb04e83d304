package io.ledgerway.document;

import java.util.List;
import java.util.Set;

/**
 * What is particular to one of Xero's resources. Immutable.
 *
 * @param idField that holds Xero's id
 * @param marker where ours stands, which finds it again (xero-api.md 7, items 4 to 6)
 * @param lines where its lines stand; null for one without
 * @param types what its Type may be; empty for one that has none
 * @param status where its status stands, and what it may be when it is created
 * @param needed fields of which one of each group must be there, as paths
 * @param compared fields that are read back where they were meant, as paths
 */
record ResourceFacts(
    String idField,
    Marker marker,
    Lines lines,
    Set<String> types,
    Status status,
    Set<Trait> traits,
    List<List<String>> needed,
    List<String> compared) {

  /** What holds for some of them and not for others. */
  enum Trait {
    DATED,
    NEEDS_CONTACT,
    TOTAL_ABOVE_ZERO,
    LINES_SUM_TO_ZERO,
    BASE_CURRENCY_ONLY,
    /** Posts to the ledger at once: Xero refuses it in a locked period. */
    IN_THE_BOOKS,
    /** Its list takes no {@code where}: one at a time is read, by its number or id. */
    READ_ONE_BY_ONE,
    /** Its list is asked for ids by {@code IDs}, which finds archived ones, too. */
    LISTED_BY_IDS,
    /** Undone in a call of its own, addressed by its id. */
    UNDONE_ONE_BY_ONE
  }

  /**
   * @param field that can be searched
   * @param longest characters that Xero takes
   * @param number whether Xero itself lets no two have the same: a number of the source's own then
   *     serves as well as our marker
   */
  record Marker(String field, int longest, Number number) {}

  /** Whether Xero keeps the marker's field unique. */
  enum Number {
    NEVER,
    /** Of invoices, only those that are sold by. */
    OF_SALES,
    ALWAYS
  }

  /**
   * @param atLeast how many it has
   */
  record Lines(String field, int atLeast) {}

  /**
   * @param created what it may be when it is created; empty when Xero decides
   * @param undone what it becomes when it counts in the books and is undone
   * @param dropped what it becomes when it does not
   */
  record Status(String field, Set<String> created, String undone, String dropped) {}

  static ResourceFacts of(String idField, Marker marker, Status status) {
    return new ResourceFacts(
        idField, marker, null, Set.of(), status, Set.of(), List.of(), List.of());
  }

  ResourceFacts lines(String field, int atLeast) {
    return new ResourceFacts(
        idField, marker, new Lines(field, atLeast), types, status, traits, needed, compared);
  }

  ResourceFacts types(String... allowed) {
    return new ResourceFacts(
        idField, marker, lines, Set.of(allowed), status, traits, needed, compared);
  }

  ResourceFacts traits(Trait... these) {
    return new ResourceFacts(
        idField, marker, lines, types, status, Set.of(these), needed, compared);
  }

  @SafeVarargs
  final ResourceFacts needs(List<String>... groups) {
    return new ResourceFacts(
        idField, marker, lines, types, status, traits, List.of(groups), compared);
  }

  ResourceFacts readsBack(String... paths) {
    return new ResourceFacts(idField, marker, lines, types, status, traits, needed, List.of(paths));
  }
}
