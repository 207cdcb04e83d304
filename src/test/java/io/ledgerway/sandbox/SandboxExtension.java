package io.ledgerway.sandbox;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Starts one sandbox on a free port for all tests of this run, and puts it back to its start state
 * before each test. A test method or constructor may ask for a {@link XeroCalls}.
 */
public final class SandboxExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private static ServletWebServerApplicationContext running;

  /** The address of the sandbox, started when it is not there yet. */
  public static synchronized String url() {
    if (running == null) {
      running = (ServletWebServerApplicationContext) SandboxApplication.start(0);
    }
    return "http://localhost:" + running.getWebServer().getPort();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    url();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    new XeroCalls(url()).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == XeroCalls.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new XeroCalls(url());
  }
}
