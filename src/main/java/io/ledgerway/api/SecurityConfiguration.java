package io.ledgerway.api;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * Who may call. The API asks for an API key (header {@code X-API-Key}) or the administrator's
 * password (HTTP Basic); only the API's description and the health check are open. A key of its own
 * (also {@code X-API-Key}) reads the metrics and nothing else.
 */
@Configuration
class SecurityConfiguration {

  @Bean
  SecurityFilterChain api(
      HttpSecurity http,
      ProblemPages problems,
      @Value("${ledgerway.api-key:}") String apiKey,
      @Value("${ledgerway.metrics-key:}") String metricsKey)
      throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/actuator/health/**",
                        "/actuator/health",
                        "/actuator/info",
                        "/api/docs/**",
                        "/api/docs",
                        "/api/swagger-ui/**",
                        // A person comes back from Xero with a state that only we can have given
                        // out.
                        "/connect/xero/callback",
                        "/error")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasAnyRole("ADMIN", ApiKeyFilter.METRICS)
                    .anyRequest()
                    .hasRole("ADMIN"))
        .addFilterBefore(
            new ApiKeyFilter(apiKey, metricsKey), UsernamePasswordAuthenticationFilter.class)
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        // Callers are programs with a key; no cookie carries a session that a page could misuse.
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .build();
  }

  /** The administrator, when a password is set; otherwise nobody can sign in that way. */
  @Bean
  UserDetailsService users(@Value("${ledgerway.admin-password:}") String password) {
    InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
    if (!password.isBlank()) {
      users.createUser(
          User.withUsername("admin")
              .password(PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password))
              .roles("ADMIN")
              .build());
    }
    return users;
  }
}
