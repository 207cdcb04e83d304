package io.ledgerway.start;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks at the settings before anything is begun: no connection is made with unsafe ones. */
@Component
class RefuseUnsafeSettings implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final int SHORTEST_KEY = 32;
  private static final int SHORTEST_PASSWORD = 12;
  private static final List<String> CARRY_TOKENS =
      List.of("xero.login-url", "xero.identity-url", "xero.api-url");

  private Environment settings;

  @Override
  public void setEnvironment(Environment environment) {
    this.settings = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<String> problems = new ArrayList<>();
    atLeast(problems, "ledgerway.api-key", SHORTEST_KEY, "openssl rand -base64 32");
    atLeast(problems, "ledgerway.metrics-key", SHORTEST_KEY, "openssl rand -base64 32");
    atLeast(problems, "ledgerway.admin-password", SHORTEST_PASSWORD, "openssl rand -base64 18");
    keysDiffer(problems);
    encryptionKey(problems);
    if (!settings.getProperty(PlainHttp.ALLOWED, Boolean.class, false)) {
      CARRY_TOKENS.forEach(name -> notPlain(problems, name));
    }
    if (!problems.isEmpty()) {
      throw new SettingsUnsafe(problems);
    }
  }

  /** One that is not set closes its way in. */
  private void atLeast(List<String> problems, String name, int characters, String make) {
    int length = value(name).length();
    if (length > 0 && length < characters) {
      problems.add(
          "%s has %d characters and needs at least %d: make one by '%s'."
              .formatted(variable(name), length, characters, make));
    }
  }

  private void keysDiffer(List<String> problems) {
    String key = value("ledgerway.metrics-key");
    if (!key.isEmpty() && key.equals(value("ledgerway.api-key"))) {
      problems.add(
          "LEDGERWAY_METRICS_KEY is the same as LEDGERWAY_API_KEY: whoever may read metrics could"
              + " do everything.");
    }
  }

  private void encryptionKey(List<String> problems) {
    try {
      new Secrets(value("ledgerway.encryption-key"));
    } catch (LedgerwayException e) {
      problems.add(e.code() + ": " + e.plainMessage() + ". " + e.hint());
    }
  }

  private void notPlain(List<String> problems, String name) {
    if (PlainHttp.leavesThisMachine(value(name))) {
      problems.add(
          "%s is %s: tokens would travel unencrypted. Use https, or allow it by %s=true."
              .formatted(
                  variable(name),
                  value(name).replaceFirst("//[^/@]*@", "//"),
                  variable(PlainHttp.ALLOWED)));
    }
  }

  private String value(String name) {
    return settings.getProperty(name, "").strip();
  }

  private static String variable(String name) {
    return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
