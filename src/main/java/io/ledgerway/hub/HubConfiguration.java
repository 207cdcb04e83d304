package io.ledgerway.hub;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages have in common. */
@Configuration
class HubConfiguration implements WebMvcConfigurer {

  private final VisitOfRequest visit;

  HubConfiguration(VisitOfRequest visit) {
    this.visit = visit;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(visit);
  }
}
