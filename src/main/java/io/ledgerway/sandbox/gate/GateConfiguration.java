package io.ledgerway.sandbox.gate;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
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

  /** Closes the connection without a byte of an answer, when a call asks for it. */
  private static final class DropValve extends ValveBase {

    DropValve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response)
        throws java.io.IOException, jakarta.servlet.ServletException {
      getNext().invoke(request, response);
      if (request.getAttribute(ApiServlet.DROP) != null) {
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
      }
    }
  }
}
