package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
  private final XeroIdentity identity;
  private final XeroTenants tenants;
  private final Clients clients;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ExpiredConnections(
      ConnectionTable table,
      TokenTable tokenTable,
      Tokens tokens,
      XeroIdentity identity,
      XeroTenants tenants,
      Clients clients,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.tokenTable = tokenTable;
    this.tokens = tokens;
    this.identity = identity;
    this.tenants = tenants;
    this.clients = clients;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
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
      LOG.debug("{} stays expired: {}", company, e.plainMessage());
      return false;
    }
  }

  private boolean opensAgain(String company, TokenTable.OfCompany row) {
    TokenSet old = row.tokens();
    if (old == null || old.grantType() != TokenSet.GrantType.CLIENT_CREDENTIALS) {
      return false;
    }
    TokenSet renewed =
        old.with(identity.clientCredentials(clients.of(old.client())), clock.instant());
    boolean opens =
        tenants.opened(renewed.accessToken()).stream()
            .anyMatch(organisation -> organisation.tenantId().equals(row.tenantId()));
    if (opens) {
      transaction.executeWithoutResult(
          status -> {
            tokenTable.renew(renewed);
            table.reactivate(company);
          });
      tokens.forget(company);
    }
    return opens;
  }
}
