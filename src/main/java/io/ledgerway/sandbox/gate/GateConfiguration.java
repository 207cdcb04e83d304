package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.http.DropValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  ServletRegistrationBean<ApiServlet> api(ApiServlet servlet) {
    ServletRegistrationBean<ApiServlet> registration =
        new ServletRegistrationBean<>(servlet, "/api.xro/2.0/*");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> dropping() {
    return factory -> factory.addContextValves(new DropValve());
  }
}
