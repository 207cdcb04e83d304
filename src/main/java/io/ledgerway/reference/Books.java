package io.ledgerway.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One company's reference data and settings at one moment. Immutable and thread-safe: a document is
 * judged by one snapshot, whatever arrives from Xero meanwhile.
 *
 * <p>Archived records are part of it, so that "archived" can be told from "never there".
 */
public final class Books {

  private final String company;
  private final long version;
  private final Organisation organisation;
  private final Settings settings;
  private final Map<String, Account> accounts;
  private final Map<String, TaxRate> taxRates;
  private final Map<String, TrackingOption> trackingOptions;
  private final Map<String, Contact> contacts;
  private final Map<String, List<Contact>> contactsByEmail;
  private final Set<String> currencies;
  private final Map<String, String> choices;
  private final Map<String, Account> accountsByCode;
  private final Map<String, TrackingOption> trackingOptionsByName = new HashMap<>();
  private final Map<String, String> trackingCategoryNames = new HashMap<>();

  private Books(Builder from) {
    company = from.company;
    version = from.version;
    organisation = from.organisation;
    settings = from.settings;
    // Filled once and never again: a HashMap that is only read is thread-safe, and halves the
    // memory and the look-up time of Map.copyOf at ten thousand contacts.
    accounts = from.accounts;
    taxRates = from.taxRates;
    trackingOptions = from.trackingOptions;
    contacts = from.contacts;
    contactsByEmail = from.contactsByEmail;
    currencies = from.currencies;
    choices = from.choices;
    accountsByCode = new HashMap<>();
    accounts.values().stream()
        .filter(account -> account.code() != null)
        .forEach(account -> accountsByCode.put(account.code(), account));
    trackingOptions.values().forEach(this::byName);
  }

  /** A name may be an active option's and one's that was archived. */
  private void byName(TrackingOption option) {
    trackingCategoryNames.put(option.categoryId(), option.categoryName());
    trackingOptionsByName.merge(
        optionKey(option.categoryId(), option.name()),
        option,
        (one, other) -> one.active() ? one : other);
  }

  private static String optionKey(String category, String name) {
    return category + "/" + name.toLowerCase(Locale.ROOT);
  }

  public static Builder of(String company) {
    return new Builder(company);
  }

  public String company() {
    return company;
  }

  /** Grows with every change of this company's reference data or settings. */
  public long version() {
    return version;
  }

  /** Empty until the organisation has been read from Xero for the first time. */
  public Optional<Organisation> organisation() {
    return Optional.ofNullable(organisation);
  }

  public Settings settings() {
    return settings;
  }

  /**
   * @param id Xero's AccountID
   */
  public Optional<Account> account(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  public Optional<Account> accountByCode(String code) {
    return Optional.ofNullable(accountsByCode.get(code));
  }

  public Optional<TaxRate> taxRate(String taxType) {
    return Optional.ofNullable(taxRates.get(taxType));
  }

  /**
   * @param id Xero's TrackingOptionID
   */
  public Optional<TrackingOption> trackingOption(String id) {
    return Optional.ofNullable(trackingOptions.get(id));
  }

  /**
   * The option of that name, the active one if there is any; upper and lower case are the same.
   *
   * @param category Xero's TrackingCategoryID
   */
  public Optional<TrackingOption> trackingOptionNamed(String category, String name) {
    return Optional.ofNullable(trackingOptionsByName.get(optionKey(category, name)));
  }

  /** Empty for a category without options. */
  public Optional<String> trackingCategoryName(String category) {
    return Optional.ofNullable(trackingCategoryNames.get(category));
  }

  /**
   * @param id ContactID of a contact that has an e-mail address
   */
  public Optional<Contact> contact(String id) {
    return Optional.ofNullable(contacts.get(id));
  }

  /** Every contact with that e-mail, archived ones too; upper and lower case are the same. */
  public List<Contact> contactsByEmail(String email) {
    return contactsByEmail.getOrDefault(email.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether the organisation can hold documents in that currency (ISO 4217). */
  public boolean hasCurrency(String code) {
    return currencies.contains(code)
        || organisation != null && code.equals(organisation.baseCurrency());
  }

  /**
   * What the company has chosen for a source, as text.
   *
   * @param name of a setting or of a table
   * @param value of the table; empty for a setting
   */
  public Optional<String> choice(String source, String name, String value) {
    return Optional.ofNullable(choices.get(choiceKey(source, name, value)));
  }

  private static String choiceKey(String source, String name, String value) {
    return source + "/" + name + "/" + value;
  }

  /** Collects what a snapshot holds. Used by one thread, once. */
  public static final class Builder {

    private final String company;
    private long version;
    private Organisation organisation;
    private Settings settings = new Settings(true, Settings.Access.OPEN, Set.of());
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, TaxRate> taxRates = new HashMap<>();
    private final Map<String, TrackingOption> trackingOptions = new HashMap<>();
    private final Map<String, Contact> contacts = new HashMap<>();
    private final Map<String, List<Contact>> contactsByEmail = new HashMap<>();
    private final Set<String> currencies = new HashSet<>();
    private final Map<String, String> choices = new HashMap<>();

    private Builder(String company) {
      this.company = company;
    }

    public Builder version(long value) {
      version = value;
      return this;
    }

    public Builder organisation(Organisation value) {
      organisation = value;
      return this;
    }

    public Builder settings(Settings value) {
      settings = value;
      return this;
    }

    public Builder account(Account account) {
      accounts.put(account.id(), account);
      return this;
    }

    public Builder taxRate(TaxRate rate) {
      taxRates.put(rate.taxType(), rate);
      return this;
    }

    public Builder trackingOption(TrackingOption option) {
      trackingOptions.put(option.id(), option);
      return this;
    }

    public Builder contact(Contact contact) {
      contacts.put(contact.id(), contact);
      contactsByEmail.merge(
          contact.email().toLowerCase(Locale.ROOT), List.of(contact), Builder::both);
      return this;
    }

    public Builder currency(String code) {
      currencies.add(code);
      return this;
    }

    public Builder choice(String source, String name, String value, String chosen) {
      choices.put(choiceKey(source, name, value), chosen);
      return this;
    }

    /** The builder must not be used afterwards. */
    public Books build() {
      return new Books(this);
    }

    private static List<Contact> both(List<Contact> some, List<Contact> more) {
      List<Contact> all = new ArrayList<>(some);
      all.addAll(more);
      return List.copyOf(all);
    }
  }
}
