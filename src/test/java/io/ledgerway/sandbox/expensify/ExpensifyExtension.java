package io.ledgerway.sandbox.expensify;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Starts one double of Expensify on a free port for all tests of this run, and puts it back to its
 * start state before each test. A test method or constructor may ask for an {@link ExpensifyCalls}.
 */
public final class ExpensifyExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private static ServletWebServerApplicationContext running;

  /** The address of the double, started when it is not there yet. */
  public static synchronized String url() {
    if (running == null) {
      running = (ServletWebServerApplicationContext) ExpensifyApplication.start(0);
    }
    return "http://localhost:" + running.getWebServer().getPort();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    url();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    new ExpensifyCalls(url()).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExpensifyCalls.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new ExpensifyCalls(url());
  }
}
