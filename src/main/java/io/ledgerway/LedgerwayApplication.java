package io.ledgerway;

import io.ledgerway.workbench.Workbench;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The engine. The sandbox beside it is a program of its own: its beans are left out here, and its
 * classes of the engine's jar.
 */
@SpringBootApplication
@ComponentScan(
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.ledgerway\\.sandbox\\..*"),
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @ComponentScan.Filter(
          type = FilterType.CUSTOM,
          classes = AutoConfigurationExcludeFilter.class)
    })
public class LedgerwayApplication {

  /**
   * Starts the engine; with the name of a command as first argument, runs that instead and ends.
   *
   * @see Workbench
   */
  public static void main(String[] args) {
    if (Workbench.isMeant(args)) {
      System.exit(Workbench.run(args));
    }
    SpringApplication.run(LedgerwayApplication.class, args);
  }

  /** What the machine shows; everything else asks {@code DatabaseClock}. */
  @Bean(defaultCandidate = false)
  Clock wallClock() {
    return Clock.systemUTC();
  }
}
