package io.ledgerway.benchmark;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least that a web application with Camel in Spring Boot can be: one address, one route. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@RestController
class BareApplication {

  @GetMapping("/actuator/health/readiness")
  String ready() {
    return "UP";
  }

  @Bean
  RouteBuilder route() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:in").routeId("bare").setBody(constant("out"));
      }
    };
  }
}
