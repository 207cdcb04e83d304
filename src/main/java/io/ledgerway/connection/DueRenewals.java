package io.ledgerway.connection;

import io.ledgerway.xero.XeroUncertain;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renews what no call may renew in time: a refresh whose answer was lost can be made again only for
 * half an hour, and a refresh token that nobody uses dies after 60 days. Thread-safe.
 */
@Component
class DueRenewals {

  private static final Logger LOG = LoggerFactory.getLogger(DueRenewals.class);

  private final RenewalTable renewals;
  private final TokenRenewal renewal;
  private final ConnectionTable connections;

  DueRenewals(RenewalTable renewals, TokenRenewal renewal, ConnectionTable connections) {
    this.renewals = renewals;
    this.renewal = renewal;
    this.connections = connections;
  }

  /** Meant for every few minutes, far more often than the half hour. */
  void renew() {
    renewals.due().forEach(this::renew);
  }

  private void renew(UUID tokenSet) {
    try {
      renewal.renewAgain(tokenSet);
    } catch (TokenRefused e) {
      connections.expireTokenSet(tokenSet, e.plainMessage());
    } catch (XeroUncertain e) {
      LOG.warn("event=token_not_renewed tokenSet={} reason={}", tokenSet, e.plainMessage());
    }
  }
}
