package io.ledgerway.api;

import io.ledgerway.company.CompanyReader;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import org.springframework.stereotype.Component;

/** What a path names, or the refusal that says that it is not there. Thread-safe. */
@Component
class KnownSources {

  private final Sources sources;
  private final CompanyReader companies;

  KnownSources(Sources sources, CompanyReader companies) {
    this.sources = sources;
    this.companies = companies;
  }

  void company(String company) {
    companies.one(company).orElseThrow(() -> new UnknownCompany(company));
  }

  Source source(String name) {
    return sources
        .find(name)
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "There is no source '" + name + "' here.", "GET /api/v1/sources lists them."));
  }

  Choice table(String source, String name) {
    Choice table = source(source).tables().get(name);
    if (table == null) {
      throw WrongRequest.notFound(
          "The source '%s' has no table '%s'.".formatted(source, name),
          "GET /api/v1/sources lists its tables.");
    }
    return table;
  }
}
