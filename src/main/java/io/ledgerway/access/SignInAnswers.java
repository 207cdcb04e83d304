package io.ledgerway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Where people are sent: to sign in, on to where they were going, or to sign in again. Thread-safe.
 */
@Component
class SignInAnswers
    implements AuthenticationEntryPoint,
        AccessDeniedHandler,
        AuthenticationSuccessHandler,
        AuthenticationFailureHandler {

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final SignInFailures failures;
  private final Users users;
  private final Audit audit;

  SignInAnswers(SignInFailures failures, Users users, Audit audit) {
    this.failures = failures;
    this.users = users;
    this.audit = audit;
  }

  /** Nobody is signed in. What was to be opened is opened afterwards. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      // A part of a page; the page says that the session has ended, and what was typed stays.
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    boolean opens = request.getMethod().equals("GET") && !request.getRequestURI().equals("/");
    String query = request.getQueryString();
    String to = request.getRequestURI() + (query == null ? "" : "?" + query);
    response.sendRedirect("/sign-in" + (opens ? "?to=" + encoded(to) : ""));
  }

  /** A form without the token of its session: mostly, that session has ended. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    if (!contexts.containsContext(request) && request.getHeader("HX-Request") == null) {
      response.sendRedirect("/sign-in?ended");
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication person)
      throws IOException {
    users.signedIn(person.getName());
    audit.signIn(person.getName(), request.getRemoteAddr(), null);
    response.sendRedirect(LocalAddress.of(request.getParameter("to")));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String login = Users.loginOf(request.getParameter("login"));
    int left =
        failure instanceof LockedException
            ? 0
            : Math.max(0, failures.left(login, request.getRemoteAddr()));
    response.sendRedirect(
        "/sign-in?left=" + left + "&to=" + encoded(LocalAddress.of(request.getParameter("to"))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
