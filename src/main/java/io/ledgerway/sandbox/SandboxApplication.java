package io.ledgerway.sandbox;

import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
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
import org.springframework.context.annotation.FilterType;

/**
 * A local Xero, in memory, on port 8090 ({@code SANDBOX_PORT}). Xero's own addresses are at {@code
 * /connect/token}, {@code /connections} and {@code /api.xro/2.0/…}; its switches are under {@code
 * /sandbox}. What it imitates and what it does not: docs/sandbox.md.
 */
@SpringBootConfiguration
@ComponentScan(
    // A program of its own.
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "io\\.ledgerway\\.sandbox\\.expensify\\..*"))
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  SpringDocConfiguration.class,
  SpringDocConfigProperties.class,
  SpringDocWebMvcConfiguration.class,
  SwaggerConfig.class,
  SwaggerUiConfigProperties.class,
  SwaggerUiOAuthProperties.class
})
public class SandboxApplication {

  public static void main(String[] args) {
    builder().run(withPort(args));
  }

  /** On the command line, so that a {@code SERVER_PORT} meant for the engine does not count. */
  private static String[] withPort(String[] args) {
    if (Stream.of(args).anyMatch(arg -> arg.startsWith("--server.port="))) {
      return args;
    }
    return Stream.concat(Stream.of(args), Stream.of("--server.port=${SANDBOX_PORT:8090}"))
        .toArray(String[]::new);
  }

  /** Starts a sandbox in this process; port 0 takes a free one. Close the context to stop it. */
  public static ConfigurableApplicationContext start(int port) {
    return builder().run("--server.port=" + port);
  }

  private static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(SandboxApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(true)
        .listeners(new StartLine("Xero"))
        .properties(Map.of("spring.config.name", "sandbox", "spring.jmx.enabled", "false"));
  }
}
