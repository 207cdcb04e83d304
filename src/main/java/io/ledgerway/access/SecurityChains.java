package io.ledgerway.access;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Two ways in, and nothing between them: programs show a key with each request to the API and have
 * no session; people sign in to the hub, where a key is worth nothing.
 */
@Configuration
class SecurityChains {

  /** Nothing from elsewhere, no script or style within a page; Pico's sheet draws from data:. */
  private static final String CONTENTS =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  AuthenticationManager authenticationManager(LocalSignIn local) {
    return new ProviderManager(local);
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiChain(
      HttpSecurity http,
      AuthenticationManager people,
      RefusedPrograms refused,
      ApiKeys keys,
      @Value("${ledgerway.api-key:}") String apiKey,
      @Value("${ledgerway.metrics-key:}") String metricsKey)
      throws Exception {
    return http.securityMatcher("/api/**", "/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/actuator/health/**",
                        "/actuator/health",
                        "/actuator/info",
                        "/api/docs/**",
                        "/api/docs",
                        "/api/swagger-ui/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasAnyAuthority(ApiKeyFilter.OPERATOR, ApiKeyFilter.METRICS)
                    .requestMatchers("/actuator/**")
                    .hasAuthority(ApiKeyFilter.OPERATOR)
                    .anyRequest()
                    .hasAnyAuthority(ApiKeyFilter.OPERATOR, ApiKeyFilter.MEMBER))
        .addFilterBefore(
            new ApiKeyFilter(keys, apiKey, metricsKey), UsernamePasswordAuthenticationFilter.class)
        .addFilter(new BasicAuthenticationFilter(people, refused))
        // Callers are programs with a key; no cookie carries a session that a page could misuse.
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain hubChain(
      HttpSecurity http, AuthenticationManager people, SignInAnswers answers) throws Exception {
    return http.authenticationManager(people)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        "/sign-in",
                        "/hub/**",
                        "/webjars/**",
                        "/favicon.ico",
                        // A person comes back from Xero with a state that only we can have given
                        // out.
                        "/connect/xero/callback",
                        "/error")
                    .permitAll()
                    .anyRequest()
                    .hasAuthority(LocalSignIn.PERSON))
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("login")
                    .successHandler(answers)
                    .failureHandler(answers))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENTS))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }
}
