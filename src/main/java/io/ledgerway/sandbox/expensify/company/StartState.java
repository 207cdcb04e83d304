package io.ledgerway.sandbox.expensify.company;

import io.ledgerway.sandbox.books.SeedFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The company at the start: three workspaces, their people, credentials and reports. */
final class StartState {

  static final String NZ = "3F1C9A77D2B40E55";
  static final String UK = "7A20C6E9B1D4F388";
  static final String EU = "C05D9E4412AB7F60";

  private static final String OWNER = "fd@acme.example";

  private StartState() {}

  static void fill(Company company, Instant now) {
    people(company);
    company.workspaces().put(NZ, nz());
    company.workspaces().put(UK, uk());
    company.workspaces().put(EU, eu());
    SeedFile.rows("expensify/categories.csv")
        .forEach(
            row -> {
              Workspace workspace = named(company, row[0]);
              workspace.categories().put(row[1], Category.of(row[1], row[2]));
            });
    credential(
        company, "aa_acme_example", "acme-secret", Map.of(NZ, "admin", UK, "admin", EU, "admin"));
    credential(company, "aa_uk_example", "uk-secret", Map.of(UK, "admin"));
    StartReports.fill(company, now.truncatedTo(ChronoUnit.SECONDS));
  }

  static Workspace named(Company company, String name) {
    return company.workspaces().values().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody who comes to be known by an e-mail alone. */
  static Person stranger(String email) {
    return new Person(email, email.replaceFirst("@.*", ""), "", "", "");
  }

  private static void people(Company company) {
    SeedFile.rows("expensify/people.csv")
        .forEach(
            row ->
                company.people().put(row[0], new Person(row[0], row[1], row[2], row[3], row[4])));
  }

  private static void credential(
      Company company, String id, String secret, Map<String, String> roles) {
    company.credentials().put(id, new Credential(id, secret, OWNER, Map.copyOf(roles), true));
  }

  private static Workspace nz() {
    Workspace nz =
        new Workspace(
            NZ,
            "Acme NZ",
            OWNER,
            "NZD",
            "corporate",
            "GST",
            List.of(
                new TaxRate("id_GST15", "GST", new BigDecimal(15)),
                new TaxRate("id_GST0", "No GST", BigDecimal.ZERO)));
    nz.levels().add(level("Region", "North", "South", "East", "West"));
    nz.levels().add(level("Project", "Internal", "Website", "Mobile App", "Migration"));
    return nz;
  }

  private static Workspace uk() {
    Workspace uk =
        new Workspace(
            UK,
            "Acme UK",
            OWNER,
            "GBP",
            "corporate",
            "VAT",
            List.of(
                new TaxRate("id_VAT20", "Standard", new BigDecimal(20)),
                new TaxRate("id_VAT5", "Reduced", new BigDecimal(5))));
    uk.levels().add(level("Cost centre", "Field Sales", "Head Office", "Europe:Paris"));
    return uk;
  }

  private static Workspace eu() {
    return new Workspace(EU, "Acme EU", OWNER, "EUR", "team", "", List.of());
  }

  private static TagLevel level(String name, String... tags) {
    return new TagLevel(
        name,
        new ArrayList<>(
            Arrays.stream(tags)
                .map(tag -> new Tag(tag, true, tag.replaceAll("[^A-Z]", "") + "-" + tag.length()))
                .toList()));
  }
}
