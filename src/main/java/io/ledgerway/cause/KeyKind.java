package io.ledgerway.cause;

/**
 * What held documents can wait for. Each kind is announced by some change: of a record that an
 * import reads, of a setting, of a mapping file.
 */
public enum KeyKind {
  /** By its AccountID. */
  ACCOUNT("account"),
  /** An account by its code, in case there is none of that code yet. */
  ACCOUNT_CODE("account-code"),
  /** By its e-mail, in lower case. */
  CONTACT("contact"),
  CONTACT_ID("contact-id"),
  /** Another document, that stands in Xero from now on: {@code source/id}. */
  DOCUMENT("document"),
  /** ISO 4217. */
  CURRENCY("currency"),
  MAPPING("mapping"),
  /** What of the organisation changed: {@code lock-date} or {@code plan}. */
  ORGANISATION("organisation"),
  /** Of the company, or of one of its sources: {@code source/name}. */
  SETTING("setting"),
  /** One value of a table of a source's: {@code source/name/value}. */
  TABLE("table"),
  /** By its TaxType. */
  TAX_RATE("tax-rate"),
  TRACKING_CATEGORY("tracking-category"),
  TRACKING_OPTION("tracking-option"),
  /**
   * An option by its category and its name in lower case, in case there is none of that name yet.
   */
  TRACKING_OPTION_NAME("tracking-option-name");

  private final String prefix;

  KeyKind(String prefix) {
    this.prefix = prefix;
  }

  public String of(String id) {
    return prefix + ":" + id;
  }

  boolean isKindOf(String key) {
    return key.startsWith(prefix + ":");
  }
}
