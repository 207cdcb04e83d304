package io.ledgerway.connection;

import io.ledgerway.secret.Secrets;
import io.ledgerway.xero.Database;
import io.ledgerway.xero.MovableClock;
import io.ledgerway.xero.XeroProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What one instance of the engine has of connections. */
final class ConnectionsBench {

  final Connections connections;
  final Tokens tokens;
  final ExpiredConnections expired;
  final DueRenewals due;
  final Disconnections disconnections;
  final Offers offers;
  final Consents consents;
  final List<Object> events = new CopyOnWriteArrayList<>();

  ConnectionsBench(Database database, MovableClock clock, URI xero, String keys) {
    Map<String, String> settings =
        Map.of(
            "xero.api-url",
            xero.toString(),
            "xero.identity-url",
            xero.toString(),
            "xero.login-url",
            xero.toString(),
            "xero.client-id",
            "env-client",
            "xero.client-secret",
            "env-secret");
    XeroProperties properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bind("xero", XeroProperties.class)
            .get();
    var transactions = new DataSourceTransactionManager(database.pool());
    ConnectionTable table = new ConnectionTable(database.jdbc(), clock);
    Secrets secrets = new Secrets(keys);
    TokenTable tokenTable = new TokenTable(database.jdbc(), clock, secrets);
    OfferTable offerTable = new OfferTable(database.jdbc(), clock);
    NeededScopes scopes = new NeededScopes(properties, Optional.empty());
    XeroIdentity identity = new XeroIdentity(properties, scopes, clock);
    XeroTenants tenants = new XeroTenants(properties);
    Clients clients = new Clients(properties);
    TokenRenewal renewal = new TokenRenewal(tokenTable, identity, clients, clock);
    due = new DueRenewals(database.jdbc(), clock, renewal, table);
    disconnections = new Disconnections(database.jdbc(), tokenTable, renewal, tenants, clock);
    tokens = new Tokens(tokenTable, table, renewal, clock);
    Binding binding =
        new Binding(table, tokenTable, tokens, disconnections, events::add, transactions);
    expired = new ExpiredConnections(table, tokenTable, tokens, renewal, tenants);
    connections =
        new Connections(
            table,
            tokenTable,
            tokens,
            identity,
            tenants,
            binding,
            disconnections,
            clients,
            transactions);
    offers = new Offers(offerTable, renewal, tenants, binding, clock);
    consents =
        new Consents(
            new ConsentTable(database.jdbc(), clock, secrets),
            table,
            tokenTable,
            offerTable,
            binding,
            identity,
            new OpenedOrganisations(tenants),
            clients,
            properties,
            scopes,
            "http://localhost:8080/connect/xero/callback",
            clock,
            transactions);
  }
}
