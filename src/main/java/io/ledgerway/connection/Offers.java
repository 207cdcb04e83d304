package io.ledgerway.connection;

import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Organisations that people's consents have opened, and the choice among them. What somebody's
 * consent opened is offered to them alone, for each of their companies; these then share its
 * tokens. Thread-safe.
 */
@Component
public class Offers {

  private final OfferTable offers;
  private final TokenRenewal renewal;
  private final XeroTenants tenants;
  private final Binding binding;
  private final Clock clock;

  Offers(
      OfferTable offers, TokenRenewal renewal, XeroTenants tenants, Binding binding, Clock clock) {
    this.offers = offers;
    this.renewal = renewal;
    this.tenants = tenants;
    this.binding = binding;
    this.clock = clock;
  }

  /**
   * What somebody may connect the company to, by name; those that other companies hold are among
   * them.
   *
   * @param who login of a user, or name of a key
   */
  public List<Offer> of(String company, String who) {
    return offers.of(company, who).stream().map(OfferTable.Row::shown).toList();
  }

  /**
   * Connects the company to one of its offers.
   *
   * @throws ConnectionRefused when that organisation is not offered, no longer opens, or is another
   *     company's
   * @throws XeroUncertain when Xero does not answer usefully
   */
  public Connection choose(String company, String who, String tenantId) {
    OfferTable.Row offer =
        offers.of(company, who).stream()
            .filter(each -> each.tenantId().equals(tenantId))
            .findFirst()
            .orElseThrow(() -> notOffered(company, tenantId));
    if (offer.heldBy() == null && !opens(offer)) {
      throw new ConnectionRefused(
          "XERO_ORGANISATION_CLOSED",
          "Xero no longer lets us into the organisation '" + offer.name() + "'",
          "Ask for consent again and choose it there.",
          company);
    }
    return binding.bind(company, offer.organisation(), offer.tokenSet());
  }

  private boolean opens(OfferTable.Row offer) {
    try {
      return renewal
          .renew(offer.tokenSet(), null, clock.instant().plus(Duration.ofMinutes(1)))
          .filter(
              tokens ->
                  tenants.opened(tokens.accessToken()).stream()
                      .anyMatch(organisation -> organisation.tenantId().equals(offer.tenantId())))
          .isPresent();
    } catch (TokenRefused e) {
      return false;
    }
  }

  private static ConnectionRefused notOffered(String company, String tenantId) {
    return new ConnectionRefused(
        "XERO_ORGANISATION_NOT_OFFERED",
        "No consent of yours opens the organisation '" + tenantId + "'",
        "Look at the offers, or ask for consent again and choose it there.",
        company);
  }
}
