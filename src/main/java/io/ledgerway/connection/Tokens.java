package io.ledgerway.connection;

import io.ledgerway.xero.XeroAccess;
import io.ledgerway.xero.XeroGrant;
import io.ledgerway.xero.XeroReconnectNeeded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Opens companies' organisations. What the database says is believed for two seconds, so that a
 * company that is disabled by another instance is soon left alone. Thread-safe.
 */
@Component
class Tokens implements XeroAccess {

  private static final Duration BELIEVED = Duration.ofSeconds(2);
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final TokenTable table;
  private final ConnectionTable connections;
  private final TokenRenewal renewal;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  // Who read the database just before Xero refused must not put the token back.
  private final Map<String, String> refusedLast = new ConcurrentHashMap<>();

  Tokens(TokenTable table, ConnectionTable connections, TokenRenewal renewal, Clock clock) {
    this.table = table;
    this.connections = connections;
    this.renewal = renewal;
    this.clock = clock;
  }

  @Override
  public XeroGrant grant(String company) {
    Instant now = clock.instant();
    Known last = known.get(company);
    if (last != null && last.at.plus(BELIEVED).isAfter(now) && !last.at.isAfter(now)) {
      return last.grant;
    }
    TokenTable.OfCompany row = open(company);
    TokenSet tokens =
        row.tokens().goodAt(now.plus(MARGIN)) ? row.tokens() : renewed(company, row, null);
    return remember(company, row, tokens, now);
  }

  @Override
  public XeroGrant renewed(String company, XeroGrant refused) {
    refusedLast.put(company, refused.token());
    forget(company);
    TokenTable.OfCompany row = open(company);
    if (refused.token().equals(row.tokens().accessToken())) {
      table.spent(row.tokens());
    }
    TokenSet tokens = renewed(company, row, refused.token());
    return remember(company, row, tokens, clock.instant());
  }

  @Override
  public void shutOut(String company, XeroGrant refused, String reason) {
    forget(company);
    boolean stillInUse =
        table
            .ofCompany(company)
            .filter(row -> row.tokens() != null && row.tenantId().equals(refused.tenantId()))
            .filter(row -> refused.token().equals(row.tokens().accessToken()))
            .isPresent();
    // Somebody may have connected again while the refused call was under way.
    if (stillInUse) {
      connections.expireCompany(company, reason);
    }
  }

  void forget(String company) {
    known.remove(company);
  }

  private TokenTable.OfCompany open(String company) {
    TokenTable.OfCompany row =
        table
            .ofCompany(company)
            .orElseThrow(
                () -> new XeroReconnectNeeded(company, "The company is not connected to Xero"));
    if (row.state() != Connection.State.ACTIVE) {
      throw new XeroReconnectNeeded(
          company,
          "The connection to Xero is "
              + row.state()
              + (row.reason() == null ? "" : ": " + row.reason()));
    }
    return row;
  }

  private TokenSet renewed(String company, TokenTable.OfCompany row, String refused) {
    try {
      return renewal
          .renew(row.tokens().id(), refused, clock.instant().plus(MARGIN))
          .orElseThrow(
              () -> new XeroReconnectNeeded(company, "The company was disconnected just now"));
    } catch (TokenRefused e) {
      connections.expireTokenSet(row.tokens().id(), e.plainMessage());
      throw new XeroReconnectNeeded(company, e.plainMessage());
    }
  }

  private XeroGrant remember(
      String company, TokenTable.OfCompany row, TokenSet tokens, Instant now) {
    XeroGrant grant = new XeroGrant(row.tenantId(), tokens.accessToken(), row.dayLimit());
    if (!grant.token().equals(refusedLast.get(company))) {
      known.put(company, new Known(grant, now));
    }
    return grant;
  }

  private record Known(XeroGrant grant, Instant at) {}
}
