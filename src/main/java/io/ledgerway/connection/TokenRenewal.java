package io.ledgerway.connection;

import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renews tokens, one at a time over all instances: the row is locked, what another has fetched
 * meanwhile is used, and a new token is stored before anybody gets it. Thread-safe.
 */
@Component
class TokenRenewal {

  private static final Duration BREATH = Duration.ofSeconds(3);
  private static final int AT_ONCE = 4;

  private final TokenTable tokens;
  private final XeroIdentity identity;
  private final RenewalTable renewals;
  private final Clients clients;
  private final Clock clock;
  private final TransactionTemplate transaction;
  // Threads of this instance queue here rather than each with a database connection in its hands.
  private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();
  // While Xero's token endpoint hangs, renewals must not hold all connections to our own database.
  private final Semaphore places = new Semaphore(AT_ONCE);

  TokenRenewal(
      TokenTable tokens,
      RenewalTable renewals,
      XeroIdentity identity,
      Clients clients,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.tokens = tokens;
    this.identity = identity;
    this.renewals = renewals;
    this.clients = clients;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param refused the access token that is of no use any more; null when it only is too old
   * @param goodUntil how long the token must hold at least
   * @return empty when the token set is gone
   * @throws TokenRefused when Xero gives none any more
   * @throws XeroUncertain when none could be had just now
   */
  Optional<TokenSet> renew(UUID id, String refused, Instant goodUntil) {
    return inTurn(id, current -> current.useful(refused, goodUntil));
  }

  /**
   * Renews even what is still good: the answer to the last renewal was lost, or nobody has used the
   * token set for long.
   *
   * @throws TokenRefused when Xero gives none any more
   * @throws XeroUncertain when none could be had just now
   */
  void renewAgain(UUID id) {
    inTurn(id, current -> false);
  }

  private Optional<TokenSet> inTurn(UUID id, Predicate<TokenSet> enough) {
    Turn turn = turns.computeIfAbsent(id, key -> new Turn());
    synchronized (turn) {
      turn.refuseRightAfterFailure(clock.instant());
      try {
        return inOneOfFewPlaces(
            () ->
                transaction.execute(
                    status ->
                        tokens
                            .lock(id)
                            .map(current -> enough.test(current) ? current : renewed(current))));
      } catch (XeroUncertain e) {
        turn.failed(clock.instant(), e);
        throw e;
      }
    }
  }

  private <T> T inOneOfFewPlaces(Supplier<T> work) {
    try {
      if (!places.tryAcquire(BREATH.toSeconds(), TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static XeroUncertain busy() {
    return new XeroUncertain(
        "Other tokens are being renewed and take long", false, false, null, 0, null, null);
  }

  private TokenSet renewed(TokenSet current) {
    TokenSet renewed = current.with(ask(current), clock.instant());
    tokens.renew(renewed);
    renewals.end(current.id());
    return renewed;
  }

  private FreshToken ask(TokenSet current) {
    if (current.grantType() == TokenSet.GrantType.CLIENT_CREDENTIALS) {
      return identity.clientCredentials(clients.of(current.client()));
    }
    Client client = clients.ofEnvironment();
    renewals.begin(current.id());
    try {
      return identity.refresh(client, current.refreshToken());
    } catch (TokenRefused e) {
      if (!e.endsTheGrant()) {
        throw new XeroUncertain(e.plainMessage(), true, false, null, 400, null, null);
      }
      if (!current.previousGoodAt(clock.instant())) {
        throw e;
      }
      return identity.refresh(client, current.previousRefreshToken());
    }
  }

  /** After a failure the whole queue would fail one after the other, each after its timeout. */
  private static final class Turn {
    private Instant notBefore = Instant.MIN;
    private XeroUncertain failure;

    void refuseRightAfterFailure(Instant now) {
      if (now.isBefore(notBefore)) {
        throw new XeroUncertain(
            failure.plainMessage(),
            failure.answered(),
            false,
            notBefore,
            failure.status(),
            null,
            null);
      }
    }

    void failed(Instant now, XeroUncertain e) {
      notBefore = now.plus(BREATH);
      failure = e;
    }
  }
}
