package io.ledgerway.connection;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ties a company to an organisation, which no two companies share. Thread-safe. */
@Component
class Binding {

  private final ConnectionTable table;
  private final TokenTable tokenTable;
  private final Tokens tokens;
  private final Disconnections disconnections;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Binding(
      ConnectionTable table,
      TokenTable tokenTable,
      Tokens tokens,
      Disconnections disconnections,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.tokenTable = tokenTable;
    this.tokens = tokens;
    this.disconnections = disconnections;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @throws ConnectionRefused when the company is unknown or the organisation is another company's;
   *     nothing is changed then
   */
  Connection bind(String company, XeroTenant organisation, TokenSet fresh) {
    return bind(company, organisation, fresh.id(), () -> tokenTable.add(fresh, null));
  }

  /** By tokens that are stored already. */
  Connection bind(String company, XeroTenant organisation, UUID tokenSet) {
    return bind(company, organisation, tokenSet, () -> tokenTable.chosen(tokenSet));
  }

  private Connection bind(
      String company, XeroTenant organisation, UUID tokenSet, Runnable storeTokens) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (table.holder(organisation.tenantId(), company).isPresent()) {
              throw taken(company, organisation);
            }
            storeTokens.run();
            replace(company, organisation, tokenSet);
            tokenTable.dropUnused();
          });
    } catch (DuplicateKeyException e) {
      throw taken(company, organisation);
    } catch (DataIntegrityViolationException e) {
      throw new ConnectionRefused(
          "COMPANY_UNKNOWN", "There is no company '" + company + "'", "Create it first.", company);
    }
    tokens.forget(company);
    return table.find(company).orElseThrow();
  }

  private void replace(String company, XeroTenant organisation, UUID tokenSet) {
    String tenant = organisation.tenantId();
    Optional<Connection> former = table.find(company).filter(each -> each.tenantId() != null);
    disconnections.noteFormer(company, tenant);
    disconnections.forget(organisation.connectionId());
    table.connect(company, organisation, tokenSet);
    String formerTenant = former.map(Connection::tenantId).orElse(null);
    if (!tenant.equals(formerTenant)) {
      events.publishEvent(
          new OrganisationChanged(
              company,
              formerTenant,
              former.map(Connection::tenantName).orElse(null),
              tenant,
              organisation.name()));
    }
    events.publishEvent(new OrganisationConnected(company, tenant));
  }

  private ConnectionRefused taken(String company, XeroTenant organisation) {
    return new ConnectionRefused(
        "XERO_ORGANISATION_TAKEN",
        "The organisation '" + organisation.name() + "' is connected to another company",
        "Disable that connection first, or choose another organisation.",
        company);
  }
}
