package io.ledgerway.sandbox.expensify;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.StartLine;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * A local Expensify, in memory, on port 8091 ({@code EXPENSIFY_PORT}). The Integration Server's own
 * address is {@code /Integration-Server/ExpensifyIntegrations}; the switches are under {@code
 * /sandbox}. What it imitates and what it does not: docs/expensify-double.md.
 */
@SpringBootConfiguration
@ComponentScan
@Import(SandboxClock.class)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class
})
public class ExpensifyApplication {

  public static void main(String[] args) {
    builder().run(withPort(args));
  }

  /** On the command line, so that a {@code SERVER_PORT} meant for the engine does not count. */
  private static String[] withPort(String[] args) {
    if (Stream.of(args).anyMatch(arg -> arg.startsWith("--server.port="))) {
      return args;
    }
    return Stream.concat(Stream.of(args), Stream.of("--server.port=${EXPENSIFY_PORT:8091}"))
        .toArray(String[]::new);
  }

  /** Starts a double in this process; port 0 takes a free one. Close the context to stop it. */
  public static ConfigurableApplicationContext start(int port) {
    return builder().run("--server.port=" + port);
  }

  private static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ExpensifyApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(true)
        .listeners(new StartLine("Expensify"))
        .properties(
            Map.of(
                "spring.config.name",
                "expensify",
                "spring.config.location",
                "classpath:/sandbox/",
                "spring.jmx.enabled",
                "false"));
  }
}
