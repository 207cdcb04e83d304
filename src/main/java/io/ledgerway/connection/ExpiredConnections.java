package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Connections that Xero ended may be mended at Xero, or by another secret in the environment,
 * without anybody telling us. Custom connections can be tried again without a person. Thread-safe.
 */
@Component
public class ExpiredConnections {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredConnections.class);

  private final ConnectionTable table;
  private final TokenTable tokenTable;
  private final Tokens tokens;
  private final TokenRenewal renewal;
  private final XeroTenants tenants;

  ExpiredConnections(
      ConnectionTable table,
      TokenTable tokenTable,
      Tokens tokens,
      TokenRenewal renewal,
      XeroTenants tenants) {
    this.table = table;
    this.tokenTable = tokenTable;
    this.tokens = tokens;
    this.renewal = renewal;
    this.tenants = tenants;
  }

  /**
   * Asks Xero for each expired custom connection whether it opens its organisation again; costs two
   * calls each, which count against no limit. Meant for every ten minutes or so.
   *
   * @return the companies that are active again
   */
  public List<String> tryAgain() {
    return table.all().stream()
        .filter(connection -> connection.state() == Connection.State.EXPIRED)
        .map(Connection::company)
        .filter(this::opensAgain)
        .toList();
  }

  private boolean opensAgain(String company) {
    try {
      return tokenTable.ofCompany(company).filter(row -> opensAgain(company, row)).isPresent();
    } catch (LedgerwayException e) {
      LOG.debug("event=stays_expired company={} code={}", company, e.code());
      return false;
    }
  }

  private boolean opensAgain(String company, TokenTable.OfCompany row) {
    TokenSet old = row.tokens();
    if (old == null || old.grantType() != TokenSet.GrantType.CLIENT_CREDENTIALS) {
      return false;
    }
    boolean opens =
        renewal.renewAgain(old.id()).stream()
            .flatMap(renewed -> tenants.opened(renewed.accessToken()).stream())
            .anyMatch(organisation -> organisation.tenantId().equals(row.tenantId()));
    if (opens) {
      table.reactivate(company);
      tokens.forget(company);
    }
    return opens;
  }
}
