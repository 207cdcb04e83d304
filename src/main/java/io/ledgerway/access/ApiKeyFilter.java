package io.ledgerway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who shows a key: the settings' key, which may do everything, a key that was made here, or
 * the metrics' key, which reads metrics alone. Without one set, its way is closed.
 */
class ApiKeyFilter extends OncePerRequestFilter {

  static final String METRICS = "ROLE_METRICS";
  static final String OPERATOR = "ROLE_OPERATOR";
  static final String MEMBER = "ROLE_MEMBER";

  private final ApiKeys keys;
  private final byte[] settingsKey;
  private final byte[] metricsKey;

  ApiKeyFilter(ApiKeys keys, String settingsKey, String metricsKey) {
    this.keys = keys;
    this.settingsKey = settingsKey.strip().getBytes(StandardCharsets.UTF_8);
    this.metricsKey = metricsKey.strip().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String shown = request.getHeader("X-API-Key");
    if (shown != null) {
      letIn(shown);
    }
    chain.doFilter(request, response);
  }

  private void letIn(String shown) {
    if (is(settingsKey, shown)) {
      letIn(Caller.key("api-key", null, Role.OPERATOR), OPERATOR);
    } else if (is(metricsKey, shown)) {
      letIn("metrics-key", METRICS);
    } else {
      Optional<Caller> caller = keys.caller(shown);
      caller.ifPresent(found -> letIn(found, found.role() == Role.OPERATOR ? OPERATOR : MEMBER));
    }
  }

  private static boolean is(byte[] key, String shown) {
    return key.length > 0 && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
  }

  private static void letIn(Object who, String role) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList(role)));
  }
}
