package io.ledgerway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out which organisations the person chose in a consent. Thread-safe. */
@Component
class OpenedOrganisations {

  /** Xero's clock and ours may differ by this much. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** What is chosen in one consent changes within this time; no person consents twice in it. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final XeroTenants tenants;

  OpenedOrganisations(XeroTenants tenants) {
    this.tenants = tenants;
  }

  /**
   * Xero lists what was chosen for the first time under this consent. An organisation that was
   * chosen before keeps its first consent's name and is told by the time of its last change; when
   * that tells nothing, all that this person ever opened is there to choose from.
   *
   * @param asked when the person was sent to Xero
   */
  List<XeroTenant> by(String accessToken, Instant asked) {
    List<XeroTenant> first =
        AuthEvent.of(accessToken)
            .map(event -> tenants.openedFirstBy(event, accessToken))
            .orElse(List.of());
    if (!first.isEmpty()) {
      return first;
    }
    List<XeroTenant> all = tenants.opened(accessToken);
    Optional<Instant> newest =
        all.stream()
            .map(XeroTenant::updatedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .filter(at -> at.isAfter(asked.minus(TOLERANCE)));
    return newest
        .map(at -> all.stream().filter(each -> isAbout(at, each.updatedAt())).toList())
        .orElse(all);
  }

  private static boolean isAbout(Instant newest, Instant at) {
    return at != null && at.isAfter(newest.minus(AT_ONCE));
  }
}
