package io.ledgerway.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Each request is judged, and what it did is written down, also when it was refused. */
@Configuration
class RequestRules implements WebMvcConfigurer {

  private final AuditRequests audit;
  private final JudgeRequests judge;

  RequestRules(AuditRequests audit, JudgeRequests judge) {
    this.audit = audit;
    this.judge = judge;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(audit);
    registry.addInterceptor(judge);
  }
}
