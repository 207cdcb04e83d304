package io.ledgerway.local;

import java.time.Clock;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an engine a machine whose clock is the test's. */
public final class WallClock {

  private static final String BEAN = "wallClock";

  private WallClock() {}

  public static ApplicationContextInitializer<ConfigurableApplicationContext> is(Clock clock) {
    return context ->
        context.addBeanFactoryPostProcessor(
            factory -> {
              BeanDefinitionRegistry registry = (BeanDefinitionRegistry) factory;
              registry.removeBeanDefinition(BEAN);
              RootBeanDefinition definition = new RootBeanDefinition(Clock.class, () -> clock);
              definition.setDefaultCandidate(false);
              registry.registerBeanDefinition(BEAN, definition);
            });
  }
}
