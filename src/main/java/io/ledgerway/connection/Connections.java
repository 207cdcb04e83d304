package io.ledgerway.connection;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.xero.XeroUncertain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Connects companies to their Xero organisations. Thread-safe. */
@Component
public class Connections {

  private final ConnectionTable table;
  private final TokenTable tokenTable;
  private final Tokens tokens;
  private final XeroIdentity identity;
  private final XeroTenants tenants;
  private final Binding binding;
  private final Disconnections disconnections;
  private final Clients clients;
  private final TransactionTemplate transaction;

  Connections(
      ConnectionTable table,
      TokenTable tokenTable,
      Tokens tokens,
      XeroIdentity identity,
      XeroTenants tenants,
      Binding binding,
      Disconnections disconnections,
      Clients clients,
      PlatformTransactionManager transactions) {
    this.table = table;
    this.tokenTable = tokenTable;
    this.tokens = tokens;
    this.identity = identity;
    this.tenants = tenants;
    this.binding = binding;
    this.disconnections = disconnections;
    this.clients = clients;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Connects by the app of the environment ({@code XERO_CLIENT_ID}, {@code XERO_CLIENT_SECRET}).
   *
   * @see #connect(String, String, String)
   */
  public Connection connect(String company) {
    return connect(company, (Client) null);
  }

  /**
   * Connects by a custom connection of the company's own (client credentials, xero-api.md 1.5). A
   * company that is connected already is connected anew.
   *
   * @throws ConnectionRefused when the company is unknown, Xero refuses the credentials, they open
   *     no organisation or several, or the organisation is connected to another company
   * @throws XeroUncertain when Xero does not answer usefully
   */
  public Connection connect(String company, String clientId, String clientSecret) {
    return connect(company, new Client(clientId, clientSecret));
  }

  /**
   * Stops everything between this company and Xero, and forgets its secrets; settings stay. The
   * connection that a consent made is ended at Xero, too, this company's alone; if Xero cannot be
   * reached now, later.
   */
  public void disable(String company, String reason) {
    transaction.executeWithoutResult(
        status -> {
          if (table.disable(company, reason)) {
            tokenTable.dropUnused();
          }
        });
    tokens.forget(company);
    disconnections.carryOut(company);
  }

  /**
   * Says how many calls Xero's plan allows the organisation a day: 1,000 (Starter) or 5,000.
   *
   * @throws IllegalArgumentException when it is not positive
   */
  public void dayLimit(String company, int calls) {
    if (calls <= 0) {
      throw new IllegalArgumentException("A day's limit is at least one call, not " + calls);
    }
    table.dayLimit(company, calls);
    tokens.forget(company);
  }

  /** Empty when the company never was connected. */
  public Optional<Connection> find(String company) {
    return table.find(company);
  }

  /** All that ever were connected, by company. */
  public List<Connection> all() {
    return table.all();
  }

  private Connection connect(String company, Client own) {
    FreshToken fresh = token(company, own);
    XeroTenant organisation = only(company, tenants.opened(fresh.access()));
    return binding.bind(
        company,
        organisation,
        TokenSet.begin(
            UuidCreator.getTimeOrderedEpoch(), TokenSet.GrantType.CLIENT_CREDENTIALS, own, fresh));
  }

  private FreshToken token(String company, Client own) {
    try {
      return identity.clientCredentials(clients.of(own));
    } catch (TokenRefused e) {
      throw new ConnectionRefused(e.code(), e.plainMessage(), e.hint(), company);
    }
  }

  private static XeroTenant only(String company, List<XeroTenant> organisations) {
    if (organisations.size() == 1) {
      return organisations.get(0);
    }
    throw organisations.isEmpty()
        ? new ConnectionRefused(
            "XERO_NO_ORGANISATION",
            "These credentials open no organisation",
            "Connect the app to an organisation at Xero first.",
            company)
        : new ConnectionRefused(
            "XERO_SEVERAL_ORGANISATIONS",
            "These credentials open several organisations: "
                + organisations.stream().map(XeroTenant::name).collect(Collectors.joining(", ")),
            "Use a custom connection, which belongs to one organisation.",
            company);
  }
}
