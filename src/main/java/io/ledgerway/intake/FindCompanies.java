package io.ledgerway.intake;

import io.ledgerway.sql.SqlFile;
import io.ledgerway.sql.StorableText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds whose the accounts are that the records of a batch name. Those that are nobody's join the
 * refusals.
 */
class FindCompanies implements Processor {

  private final JdbcClient jdbc;

  FindCompanies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void process(Exchange exchange) {
    JudgedRecords judged = exchange.getMessage().getBody(JudgedRecords.class);
    List<SourceAccount> named =
        Stream.concat(
                judged.entries().stream().map(Entry::account),
                judged.users().stream().map(UserEvent::account))
            .filter(Objects::nonNull)
            .filter(account -> StorableText.is(account.id()))
            .distinct()
            .toList();
    judged.find(named.isEmpty() ? Map.of() : companies(named));
  }

  private Map<SourceAccount, String> companies(List<SourceAccount> accounts) {
    Map<SourceAccount, String> companies = new HashMap<>();
    jdbc.sql(SqlFile.read("intake/companies-of-accounts"))
        .param("sources", accounts.stream().map(SourceAccount::source).toArray(String[]::new))
        .param("accounts", accounts.stream().map(SourceAccount::id).toArray(String[]::new))
        .query(
            row -> {
              String company = row.getString("company");
              if (company != null) {
                companies.put(
                    new SourceAccount(row.getString("source"), row.getString("account")), company);
              }
            });
    return companies;
  }
}
