package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.http.DropValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  ServletRegistrationBean<ExpensifyServlet> integrationServer(ExpensifyServlet servlet) {
    return new ServletRegistrationBean<>(servlet, "/Integration-Server/ExpensifyIntegrations");
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> dropping() {
    return factory -> factory.addContextValves(new DropValve());
  }
}
