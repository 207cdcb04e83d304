package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Every cause for which a document is held, differs from what was meant, or needs somebody: its
 * code is its name, its words stand in the {@link Catalogue}. What Xero itself says is told in
 * Xero's words, under the code, actor and action of the cause that the words mean.
 */
public enum Cause {
  CONTACT_NOT_FOUND,
  CONTACT_AMBIGUOUS,
  CONTACT_ARCHIVED,

  CATEGORY_UNKNOWN,
  ACCOUNT_ARCHIVED,
  CATEGORY_NOT_IMPORTED,
  CATEGORY_NOT_USABLE,
  ACCOUNT_NOT_IN_JOURNALS,
  NOT_BASE_CURRENCY,

  TAX_RATE_UNKNOWN,
  TAX_RATE_INACTIVE,
  TAX_RATE_NOT_IMPORTED,
  TAX_RATE_NOT_FOR_PURCHASES,

  COST_OBJECT_UNKNOWN,
  TRACKING_OPTION_NOT_FOUND,
  COST_OBJECT_ARCHIVED,
  COST_OBJECT_NOT_IMPORTED,
  COST_OBJECTS_CLASH,

  SETTING_MISSING,
  NOT_IN_TABLE,
  BANK_ACCOUNT_UNKNOWN,
  BANK_ACCOUNT_ARCHIVED,
  CURRENCY_OF_BANK_ACCOUNT,
  CURRENCY_NOT_SUBSCRIBED,

  DATE_INVALID,
  PERIOD_LOCKED,
  REQUIRED_FIELD_MISSING,
  INVALID_VALUE,
  INVALID_VALUE_TYPE,
  AMOUNT_NOT_EXACT,
  AMOUNT_ZERO,
  TOTAL_NOT_POSITIVE,
  TOTAL_DIFFERS,
  NOT_POSTED_YET,
  NOTHING_TO_POST,
  MIXED_SIGNS,
  DOCUMENT_TOO_LARGE,

  CONSENT_NEEDED,
  SETUP_INCOMPLETE,
  CONNECTION_EXPIRED,
  CONNECTION_DISABLED,
  SOURCE_OFF,
  PLAN_LIMIT,

  CONTACT_MISSING,
  MARKER_MISSING,
  URL_UNUSABLE,
  DOCUMENT_MALFORMED,
  NOT_AS_IT_CAME,
  NOT_STORABLE,
  MAPPING_FAILED,
  UNEXPECTED_ERROR,

  CHANGED_AFTER_POSTING,
  WITHDRAWN_AFTER_POSTING,
  WITHDRAWN,

  DIFFERENT,
  XERO_WARNING,
  STANDS_MORE_THAN_ONCE,
  STANDS_UNMARKED,
  SETTLING_FAILS,

  XERO_REFUSED_DUPLICATE,
  USER_NOT_MATCHED,
  NOT_CHANGEABLE,
  XERO_REFUSED,
  XERO_REFUSED_WITHOUT_REASON;

  /** The kinds of records and settings whose change can release a document from it. */
  public Set<KeyKind> waitsFor() {
    return entry().releases();
  }

  public Actor actor() {
    return entry().actor();
  }

  /**
   * @param field where in the document; may be null
   * @param keys what it waits for; nulls are left out
   * @param named what the message names, in its order
   */
  public Problem at(String field, List<String> keys, Object... named) {
    return about(field, keys, List.of(named), List.of());
  }

  /** As {@link #at}, with names in the action, too. */
  public Problem about(String field, List<String> keys, List<?> named, List<?> inAction) {
    return under(name(), field, keys, named, inAction);
  }

  /**
   * @param code a source's own, or one that is more particular
   */
  public Problem under(
      String code, String field, List<String> keys, List<?> named, List<?> inAction) {
    return problem(
        code,
        entry().message().filled(named),
        entry().action().filled(inAction),
        field,
        keys,
        null);
  }

  /** As Xero itself says it. */
  public Problem inXerosWords(String words, List<String> keys) {
    return problem(name(), words, entry().action().filled(List.of()), null, keys, null);
  }

  /**
   * In the cause's own words, which are clearer than Xero's.
   *
   * @param said by Xero
   */
  public Problem clearerThan(String said, List<String> keys, List<?> named, List<?> inAction) {
    return problem(
        name(),
        entry().message().filled(named),
        entry().action().filled(inAction),
        null,
        keys,
        said);
  }

  private Problem problem(
      String code, String words, String action, String field, List<String> keys, String said) {
    List<String> given = keys.stream().filter(Objects::nonNull).distinct().toList();
    for (String key : given) {
      if (waitsFor().stream().noneMatch(kind -> kind.isKindOf(key))) {
        throw new IllegalArgumentException(name() + " cannot wait for " + key);
      }
    }
    return new Problem(code, words, actor(), action, given, field, said);
  }

  private Catalogue.Entry entry() {
    return Catalogue.OURS.of(this);
  }
}
