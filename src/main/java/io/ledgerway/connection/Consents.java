package io.ledgerway.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.connection.ConsentTable.Asked;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.xero.XeroProperties;
import io.ledgerway.xero.XeroUncertain;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Connects companies by a person's consent at Xero: authorization code flow with PKCE and state
 * (xero-api.md 1.1 to 1.4). Thread-safe.
 */
@Component
public class Consents {

  /** Xero's code lives five minutes; the person must sign in and choose before there is one. */
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

  private static final Duration CHOOSE_WITHIN = Duration.ofHours(1);

  private final ConsentTable asked;
  private final ConnectionTable connections;
  private final TokenTable tokens;
  private final OfferTable offers;
  private final Binding binding;
  private final XeroIdentity identity;
  private final OpenedOrganisations opened;
  private final Clients clients;
  private final XeroProperties xero;
  private final NeededScopes scopes;
  private final String callback;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Consents(
      ConsentTable asked,
      ConnectionTable connections,
      TokenTable tokens,
      OfferTable offers,
      Binding binding,
      XeroIdentity identity,
      OpenedOrganisations opened,
      Clients clients,
      XeroProperties xero,
      NeededScopes scopes,
      @Value("${ledgerway.connections.callback}") String callback,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.asked = asked;
    this.connections = connections;
    this.tokens = tokens;
    this.offers = offers;
    this.binding = binding;
    this.identity = identity;
    this.opened = opened;
    this.clients = clients;
    this.xero = xero;
    this.scopes = scopes;
    this.callback = callback;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Where to send the person.
   *
   * @param url at Xero; good for one answer
   * @param expiresAt until when the answer is taken
   */
  @Schema(name = "ConsentToGive")
  public record Request(URI url, Instant expiresAt) {

    /** Leaves the state out. */
    @Override
    public String toString() {
      return "Request[expiresAt=" + expiresAt + "]";
    }
  }

  /**
   * What came of a consent.
   *
   * @param connection null when nothing is connected yet
   * @param offers to choose from; empty when the company is connected, or its consent was refused
   * @param inHub whether it was begun in the hub, where it goes on
   */
  public record Result(String company, Connection connection, List<Offer> offers, boolean inHub) {}

  /**
   * Begins: the person must open the url in a browser within ten minutes.
   *
   * @throws LedgerwayException when this engine has no app at Xero
   */
  public Request ask(String company, Asker asker) {
    Client client = clients.ofEnvironment();
    String state = Pkce.secret();
    String verifier = Pkce.secret();
    Instant now = clock.instant();
    Asked request =
        new Asked(
            company,
            asker.who(),
            asker.browser() == null ? null : Pkce.hash(asker.browser()),
            verifier,
            callback,
            now,
            now.plus(ANSWER_WITHIN));
    asked.add(state, request);
    URI url =
        UriComponentsBuilder.fromUri(xero.loginUrl())
            .path("/identity/connect/authorize")
            .queryParam("response_type", "code")
            .queryParam("client_id", "{client}")
            .queryParam("redirect_uri", "{callback}")
            .queryParam("scope", "{scope}")
            .queryParam("state", state)
            .queryParam("code_challenge", Pkce.challenge(verifier))
            .queryParam("code_challenge_method", "S256")
            .encode()
            .buildAndExpand(Map.of("client", client.id(), "callback", callback, "scope", scopes()))
            .toUri();
    return new Request(url, request.expiresAt());
  }

  /**
   * The person consented. When a program asked and the consent opened one organisation, it connects
   * at once. Of several one is to be chosen within the hour; and whoever asked in the hub confirms
   * also the only one, so that nobody is led to connect somebody else's company.
   *
   * @param browser the secret of the browser that comes back; null when it has none
   * @throws ConnectionRefused when the state is not good any more, Xero refuses the code, or the
   *     one organisation is another company's; the company stays as it was
   * @throws XeroUncertain when Xero does not answer usefully; the person must consent again
   */
  public Result consented(String state, String code, String browser) {
    Asked request = take(state, browser);
    try {
      return connect(request, code);
    } catch (LedgerwayException e) {
      connections.notConnected(request.company(), e.plainMessage());
      throw e;
    }
  }

  /**
   * The person did not consent: the company stays as it was.
   *
   * @param error Xero's word for it, such as {@code access_denied}
   * @throws ConnectionRefused when the state is not good any more
   */
  public Result denied(String state, String error, String browser) {
    Asked request = take(state, browser);
    String company = request.company();
    connections.notConnected(company, "Consent was not given at Xero (" + error + ")");
    return new Result(
        company, connections.find(company).orElse(null), List.of(), request.browserHash() != null);
  }

  private Asked take(String state, String browser) {
    Asked request = take(state);
    if (request.browserHash() != null
        && (browser == null || !request.browserHash().equals(Pkce.hash(browser)))) {
      throw new ConnectionRefused(
          "CONSENT_OF_ANOTHER_BROWSER",
          "This answer from Xero belongs to a consent that was begun in another browser",
          "Ask for consent again, in the browser in which you then answer.",
          null);
    }
    return request;
  }

  private Asked take(String state) {
    return asked
        .take(state)
        .orElseThrow(
            () ->
                new ConnectionRefused(
                    "CONSENT_STATE_UNKNOWN",
                    "This answer from Xero belongs to no consent that is still awaited",
                    "Ask for consent again: an answer counts once, and for ten minutes.",
                    null));
  }

  private Result connect(Asked request, String code) {
    String company = request.company();
    FreshToken fresh = token(request, code);
    List<XeroTenant> organisations = opened.by(fresh.access(), request.askedAt());
    if (organisations.isEmpty()) {
      throw new ConnectionRefused(
          "XERO_NO_ORGANISATION",
          "The consent opens no organisation",
          "Ask for consent again and choose an organisation at Xero.",
          company);
    }
    UUID tokenSet = keep(request, fresh, organisations);
    boolean byPerson = request.browserHash() != null;
    if (organisations.size() == 1 && !byPerson) {
      return new Result(
          company, binding.bind(company, organisations.get(0), tokenSet), List.of(), false);
    }
    connections.notConnected(company, "An organisation is to be chosen");
    return new Result(
        company,
        null,
        offers.of(company, request.askedBy()).stream().map(OfferTable.Row::shown).toList(),
        byPerson);
  }

  private FreshToken token(Asked request, String code) {
    try {
      return identity.authorizationCode(
          clients.ofEnvironment(), code, request.redirectUri(), request.verifier());
    } catch (TokenRefused e) {
      throw new ConnectionRefused(
          e.code(), e.plainMessage(), "Ask for consent again.", request.company());
    }
  }

  /** The tokens are stored before anything is done with them. */
  private UUID keep(Asked request, FreshToken fresh, List<XeroTenant> organisations) {
    TokenSet set =
        TokenSet.begin(
            UuidCreator.getTimeOrderedEpoch(), TokenSet.GrantType.AUTHORIZATION_CODE, null, fresh);
    transaction.executeWithoutResult(
        status -> {
          tokens.add(set, clock.instant().plus(CHOOSE_WITHIN));
          offers.add(set.id(), request.company(), request.askedBy(), organisations);
        });
    return set.id();
  }

  private String scopes() {
    return "offline_access " + scopes.all();
  }
}
