package io.ledgerway.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Adds {@code admin} when nobody has yet: with the password of the settings, else with one that is
 * made up and shown once, on the console and not in the log.
 */
@Component
class FirstOperator implements ApplicationRunner {

  private final Users users;
  private final EnvironmentPassword environment;
  private final String hub;

  FirstOperator(
      Users users, EnvironmentPassword environment, @Value("${ledgerway.hub-url}") String hub) {
    this.users = users;
    this.environment = environment;
    this.hub = hub;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (users.find(EnvironmentPassword.LOGIN).isPresent()) {
      return;
    }
    String password = environment.isSet() ? null : MadePasswords.of(18);
    if (users.add(EnvironmentPassword.LOGIN, "Administrator", password, true) && password != null) {
      System.out.printf(
          "%nSign in at %s as %s with the password %s%nIt is shown this once, and is to be changed"
              + " then.%n%n",
          hub, EnvironmentPassword.LOGIN, password);
    }
  }
}
