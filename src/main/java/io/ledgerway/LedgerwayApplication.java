package io.ledgerway;

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

  public static void main(String[] args) {
    SpringApplication.run(LedgerwayApplication.class, args);
  }

  /** What the machine shows; everything else asks {@code DatabaseClock}. */
  @Bean(defaultCandidate = false)
  Clock wallClock() {
    return Clock.systemUTC();
  }
}
