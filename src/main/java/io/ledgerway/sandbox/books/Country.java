package io.ledgerway.sandbox.books;

import java.time.ZoneId;

/** The editions of Xero that the sandbox knows. */
public enum Country {
  AU("AUD", "AU", "AUSEASTERNSTANDARDTIME", "Australia/Sydney", "OUTPUT", "INPUT", "BASEXCLUDED"),
  NZ("NZD", "NZ", "NEWZEALANDSTANDARDTIME", "Pacific/Auckland", "OUTPUT2", "INPUT2", "NONE"),
  UK("GBP", "UK", "GMTSTANDARDTIME", "Europe/London", "OUTPUT2", "INPUT2", "NONE"),
  US("USD", "US", "EASTERNSTANDARDTIME", "America/New_York", "OUTPUT", "INPUT", "NONE");

  final String currency;
  final String version;
  final String timezone;
  final ZoneId zone;
  final String salesTax;
  final String purchasesTax;
  final String noTax;

  Country(
      String currency,
      String version,
      String timezone,
      String zone,
      String salesTax,
      String purchasesTax,
      String noTax) {
    this.currency = currency;
    this.version = version;
    this.timezone = timezone;
    this.zone = ZoneId.of(zone);
    this.salesTax = salesTax;
    this.purchasesTax = purchasesTax;
    this.noTax = noTax;
  }

  /** ISO code as in {@code CountryCode}. */
  String code() {
    return this == UK ? "GB" : name();
  }
}
