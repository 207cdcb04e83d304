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
  private final Map<String, TrackingOption> trackingOptionsByName;
  private final Map<String, String> trackingCategoryNames;
  private final LookedUp watcher;

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
    watcher = null;
    accountsByCode = new HashMap<>();
    trackingOptionsByName = new HashMap<>();
    trackingCategoryNames = new HashMap<>();
    accounts.values().stream()
        .filter(account -> account.code() != null)
        .forEach(account -> accountsByCode.put(account.code(), account));
    trackingOptions.values().forEach(this::byName);
  }

  private Books(Books same, LookedUp watcher) {
    company = same.company;
    version = same.version;
    organisation = same.organisation;
    settings = same.settings;
    accounts = same.accounts;
    taxRates = same.taxRates;
    trackingOptions = same.trackingOptions;
    contacts = same.contacts;
    contactsByEmail = same.contactsByEmail;
    currencies = same.currencies;
    choices = same.choices;
    accountsByCode = same.accountsByCode;
    trackingOptionsByName = same.trackingOptionsByName;
    trackingCategoryNames = same.trackingCategoryNames;
    this.watcher = watcher;
  }

  /** The same books; each look into them is told. */
  public Books watchedBy(LookedUp watching) {
    return new Books(this, watching);
  }

  private <T> Optional<T> looked(String part, String key, T found) {
    if (watcher != null) {
      watcher.look(part, key, found);
    }
    return Optional.ofNullable(found);
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
    return looked("organisation", "", organisation);
  }

  public Settings settings() {
    return settings;
  }

  /**
   * @param id Xero's AccountID
   */
  public Optional<Account> account(String id) {
    return looked("account", id, accounts.get(id));
  }

  public Optional<Account> accountByCode(String code) {
    return looked("account", code, accountsByCode.get(code));
  }

  public Optional<TaxRate> taxRate(String taxType) {
    return looked("taxRate", taxType, taxRates.get(taxType));
  }

  /**
   * @param id Xero's TrackingOptionID
   */
  public Optional<TrackingOption> trackingOption(String id) {
    return looked("trackingOption", id, trackingOptions.get(id));
  }

  /**
   * The option of that name, the active one if there is any; upper and lower case are the same.
   *
   * @param category Xero's TrackingCategoryID
   */
  public Optional<TrackingOption> trackingOptionNamed(String category, String name) {
    return looked(
        "trackingOption",
        category + "/" + name,
        trackingOptionsByName.get(optionKey(category, name)));
  }

  /** Empty for a category without options. */
  public Optional<String> trackingCategoryName(String category) {
    return Optional.ofNullable(trackingCategoryNames.get(category));
  }

  /**
   * @param id ContactID of a contact that has an e-mail address
   */
  public Optional<Contact> contact(String id) {
    return looked("contact", id, contacts.get(id));
  }

  /** Every contact with that e-mail, archived ones too; upper and lower case are the same. */
  public List<Contact> contactsByEmail(String email) {
    List<Contact> all = contactsByEmail.getOrDefault(email.toLowerCase(Locale.ROOT), List.of());
    if (watcher != null && all.isEmpty()) {
      watcher.look("contact", email, null);
    } else if (watcher != null) {
      all.forEach(each -> watcher.look("contact", email, each));
    }
    return all;
  }

  /** Whether the organisation can hold documents in that currency (ISO 4217). */
  public boolean hasCurrency(String code) {
    boolean has =
        currencies.contains(code)
            || organisation != null && code.equals(organisation.baseCurrency());
    if (watcher != null) {
      watcher.look("organisation", "", organisation);
      watcher.look("currency", code, has ? code : null);
    }
    return has;
  }

  /**
   * What the company has chosen for a source, as text.
   *
   * @param name of a setting or of a table
   * @param value of the table; empty for a setting
   */
  public Optional<String> choice(String source, String name, String value) {
    String key = choiceKey(source, name, value);
    return looked("choice", key, choices.get(key));
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
