package io.ledgerway.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Renews tokens, one at a time over all instances: who claims the renewal asks Xero, and stores
 * what it gave before anybody gets it; the others wait for that a little. A claim ends by itself,
 * so that an instance which is frozen while it asks stops nobody; what it learns afterwards is
 * dropped for what another has stored. Thread-safe.
 */
@Component
class TokenRenewal {

  private static final Duration BREATH = Duration.ofSeconds(3);

  /** Longer than the token endpoint is waited for. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final TokenTable tokens;
  private final XeroIdentity identity;
  private final Clients clients;
  private final Clock clock;
  // Threads of this instance queue here rather than look at the database again and again.
  private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

  TokenRenewal(TokenTable tokens, XeroIdentity identity, Clients clients, Clock clock) {
    this.tokens = tokens;
    this.identity = identity;
    this.clients = clients;
    this.clock = clock;
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
   * @return empty when the token set is gone
   * @throws TokenRefused when Xero gives none any more
   * @throws XeroUncertain when none could be had just now
   */
  Optional<TokenSet> renewAgain(UUID id) {
    long known = tokens.find(id).map(TokenSet::version).orElse(-1L);
    return inTurn(id, current -> current.version() != known);
  }

  private Optional<TokenSet> inTurn(UUID id, Predicate<TokenSet> enough) {
    Turn turn = turns.computeIfAbsent(id, key -> new Turn());
    synchronized (turn) {
      turn.refuseRightAfterFailure(clock.instant());
      try {
        return byOneOfUs(id, enough);
      } catch (XeroUncertain e) {
        turn.failed(clock.instant(), e);
        throw e;
      }
    }
  }

  /** By this instance, or by another that is at it already. */
  private Optional<TokenSet> byOneOfUs(UUID id, Predicate<TokenSet> enough) {
    long patience = System.nanoTime() + BREATH.toNanos();
    while (true) {
      TokenSet current = tokens.find(id).orElse(null);
      if (current == null || enough.test(current)) {
        return Optional.ofNullable(current);
      }
      Optional<TokenSet> renewed = byThisInstance(current);
      if (renewed.isPresent()) {
        return renewed;
      }
      if (System.nanoTime() > patience) {
        throw busy();
      }
      sleep();
    }
  }

  /** Empty when another is at it, or was meanwhile. */
  private Optional<TokenSet> byThisInstance(TokenSet current) {
    UUID claim = UuidCreator.getTimeOrderedEpoch();
    if (!tokens.claimRenewal(current, claim, CLAIM)) {
      return Optional.empty();
    }
    try {
      TokenSet renewed = current.with(ask(current), clock.instant());
      return tokens.renew(renewed, claim) ? Optional.of(renewed) : Optional.empty();
    } catch (TokenRefused e) {
      // Xero may have refused what another has replaced meanwhile.
      if (tokens.releaseRenewal(current.id(), claim)) {
        throw e;
      }
      return Optional.empty();
    } catch (XeroUncertain e) {
      tokens.releaseRenewal(current.id(), claim);
      throw e;
    }
  }

  private FreshToken ask(TokenSet current) {
    if (current.grantType() == TokenSet.GrantType.CLIENT_CREDENTIALS) {
      return identity.clientCredentials(clients.of(current.client()));
    }
    Client client = clients.ofEnvironment();
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

  private static void sleep() {
    try {
      Thread.sleep(LOOK_AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private static XeroUncertain busy() {
    return new XeroUncertain(
        "Another instance is renewing the token and takes long", false, false, null, 0, null, null);
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
