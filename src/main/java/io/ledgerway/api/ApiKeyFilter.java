package io.ledgerway.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who shows the API key, and who shows the metrics' key to read metrics alone. Without a
 * key set, its way is closed.
 */
class ApiKeyFilter extends OncePerRequestFilter {

  static final String METRICS = "METRICS";

  private final byte[] key;
  private final byte[] metricsKey;

  ApiKeyFilter(String key, String metricsKey) {
    this.key = key.strip().getBytes(StandardCharsets.UTF_8);
    this.metricsKey = metricsKey.strip().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String shown = request.getHeader("X-API-Key");
    if (is(key, shown)) {
      letIn("api-key", "ROLE_ADMIN");
    } else if (is(metricsKey, shown)) {
      letIn("metrics-key", "ROLE_" + METRICS);
    }
    chain.doFilter(request, response);
  }

  private static boolean is(byte[] key, String shown) {
    return key.length > 0
        && shown != null
        && MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
  }

  private static void letIn(String who, String role) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList(role)));
  }
}
