package io.ledgerway.access;

import io.ledgerway.reference.UnknownCompany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request pass when the rule of its handler does: one place for pages and API. What has no
 * rule is refused. To whoever has no role in a company it is as if there were none. Thread-safe.
 */
@Component
class JudgeRequests implements HandlerInterceptor {

  /** However busy a session is, it ends. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Standings standings;
  private final CompanyOfRequest companies;

  JudgeRequests(Standings standings, CompanyOfRequest companies) {
    this.standings = standings;
    this.companies = companies;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || Rule.isOpen(method)) {
      return true;
    }
    Role needed = Rule.of(method).orElseThrow(NotAllowed::withoutRule);
    boolean page = !request.getRequestURI().startsWith("/api/");
    endOldSession(request, page);
    Standing standing = standings.now().orElseThrow(NotSignedIn::new);
    if (standing.mustChange() && !Rule.allowsOldPassword(method)) {
      throw NotAllowed.beforePasswordIsChanged();
    }
    String company = companies.find(request, standing, page);
    Role role = company == null ? standing.anywhere() : standing.in(company);
    if (company != null && role == null) {
      throw new UnknownCompany(company);
    }
    if (role == null ? !Rule.allowsOldPassword(method) : !role.may(needed)) {
      throw NotAllowed.needs(needed, role);
    }
    new Scope(standing, company, role).keepIn(request);
    if (page) {
      companies.remember(request, company);
    }
    return true;
  }

  private void endOldSession(HttpServletRequest request, boolean page) {
    HttpSession session = page ? request.getSession(false) : null;
    if (session != null
        && session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis()) {
      session.invalidate();
      throw new NotSignedIn();
    }
  }
}
