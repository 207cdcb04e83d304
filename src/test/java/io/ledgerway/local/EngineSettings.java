package io.ledgerway.local;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an engine needs to know to work with local services, with secrets made up for the occasion.
 * Immutable.
 */
public final class EngineSettings {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String ADMIN_PASSWORD = "ledgerway.admin-password";
  private static final String API_KEY = "ledgerway.api-key";

  private final Map<String, String> properties = new LinkedHashMap<>();

  private EngineSettings(Map<String, String> properties) {
    this.properties.putAll(properties);
  }

  private EngineSettings(LocalPostgres postgres, String database, LocalKafka kafka) {
    properties.put("spring.datasource.url", database);
    properties.put("spring.datasource.username", postgres.username());
    properties.put("spring.datasource.password", postgres.password());
    properties.put("camel.component.kafka.brokers", kafka.brokers());
    properties.put("ledgerway.encryption-key", encryptionKey());
    properties.put(ADMIN_PASSWORD, secret(12));
    properties.put(API_KEY, secret(24));
  }

  /** Settings for an engine on the given database, calling the given sandbox. */
  public static EngineSettings of(
      LocalPostgres postgres, String database, LocalKafka kafka, SandboxProcess sandbox) {
    EngineSettings settings = new EngineSettings(postgres, database, kafka);
    settings.properties.put("xero.login-url", sandbox.uri().toString());
    settings.properties.put("xero.identity-url", sandbox.uri().toString());
    settings.properties.put("xero.api-url", sandbox.uri().toString());
    return settings;
  }

  /** With the key and the password that somebody chose; those that are not set stay made up. */
  public EngineSettings with(String chosenApiKey, String chosenAdminPassword) {
    EngineSettings chosen = new EngineSettings(properties);
    if (chosenApiKey != null && !chosenApiKey.isBlank()) {
      chosen.properties.put(API_KEY, chosenApiKey);
    }
    if (chosenAdminPassword != null && !chosenAdminPassword.isBlank()) {
      chosen.properties.put(ADMIN_PASSWORD, chosenAdminPassword);
    }
    return chosen;
  }

  /** JDBC URL of the engine's database. */
  public String database() {
    return properties.get("spring.datasource.url");
  }

  public String adminPassword() {
    return properties.get(ADMIN_PASSWORD);
  }

  public String apiKey() {
    return properties.get(API_KEY);
  }

  /** For an engine in a process of its own. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    properties.forEach(
        (name, value) ->
            environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
    return environment;
  }

  /** For an engine in this JVM, whose environment cannot be changed. */
  public List<String> arguments() {
    return properties.entrySet().stream()
        .map(property -> "--" + property.getKey() + "=" + property.getValue())
        .toList();
  }

  private static String encryptionKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private static String secret(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
