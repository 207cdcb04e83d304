package io.ledgerway.sending;

import io.ledgerway.problem.LedgerwayException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with settings that the statements of the export could not read: they would fail
 * in each tick, while nothing is sent.
 */
@Component
class ExportSettings {

  ExportSettings(Environment environment) {
    require(environment, "ledgerway.export.lanes", "a number from 1 to 5", ExportSettings::isLanes);
    for (String pause :
        List.of(
            "ledgerway.export.gather",
            "ledgerway.export.longest-gather",
            "ledgerway.export.longest-linger")) {
      require(environment, pause, "a time such as 500ms, 2s or 1m", ExportSettings::isDuration);
    }
  }

  private static void require(
      Environment environment, String name, String what, Predicate<String> fits) {
    String value = environment.getProperty(name);
    if (value != null && !fits.test(value.strip())) {
      throw new LedgerwayException(
          "SETTING_UNUSABLE",
          name + " is '" + value + "', which is not " + what,
          "Correct it, or leave it out for the default. As an environment variable it is "
              + name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "")
              + ".");
    }
  }

  private static boolean isLanes(String value) {
    // Xero takes five calls of a tenant at once (xero-api.md 3).
    return value.matches("[1-5]");
  }

  private static boolean isDuration(String value) {
    // As PostgreSQL reads it, too: a number and a unit.
    return value.matches("\\d+(ms|s|m|h)") && !DurationStyle.detectAndParse(value).isNegative();
  }
}
