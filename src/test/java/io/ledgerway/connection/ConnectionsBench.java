package io.ledgerway.connection;

import io.ledgerway.xero.Database;
import io.ledgerway.xero.MovableClock;
import io.ledgerway.xero.XeroProperties;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What one instance of the engine has of connections. */
final class ConnectionsBench {

  final Connections connections;
  final Tokens tokens;
  final ExpiredConnections expired;

  ConnectionsBench(Database database, MovableClock clock, URI xero, String keys) {
    Map<String, String> settings =
        Map.of(
            "xero.api-url",
            xero.toString(),
            "xero.identity-url",
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
    TokenTable tokenTable = new TokenTable(database.jdbc(), clock, new Secrets(keys));
    XeroIdentity identity = new XeroIdentity(properties, clock);
    Clients clients = new Clients(properties);
    TokenRenewal renewal = new TokenRenewal(tokenTable, identity, clients, clock, transactions);
    tokens = new Tokens(tokenTable, table, renewal, clock);
    expired = new ExpiredConnections(table, tokenTable, tokens, identity, clients, transactions);
    connections = new Connections(table, tokenTable, tokens, identity, clients, transactions);
  }
}
