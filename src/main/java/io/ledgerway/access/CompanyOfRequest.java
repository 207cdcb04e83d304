package io.ledgerway.access;

import io.ledgerway.sql.SqlFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Which company a request is about. The API names it in its path. A page is about what its address
 * or form names; else about the company that was looked at last, else about the first. Thread-safe.
 */
@Component
class CompanyOfRequest {

  private static final String LAST = "company";

  private final List<NamesCompany> pages;
  private final JdbcClient jdbc;

  CompanyOfRequest(List<NamesCompany> pages, JdbcClient jdbc) {
    this.pages = pages;
    this.jdbc = jdbc;
  }

  /** Null when it is about none. */
  @SuppressWarnings("unchecked")
  String find(HttpServletRequest request, Standing standing, boolean page) {
    Map<String, String> variables =
        (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables != null && variables.containsKey("company")) {
      return variables.get("company");
    }
    return page ? ofPage(request, standing, variables == null ? Map.of() : variables) : null;
  }

  private String ofPage(
      HttpServletRequest request, Standing standing, Map<String, String> variables) {
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    for (NamesCompany each : pages) {
      var named = each.companyOf(pattern, variables);
      if (named.isPresent()) {
        return named.get();
      }
    }
    String asked = request.getParameter("company");
    if (asked != null && !asked.isBlank()) {
      return asked;
    }
    HttpSession session = request.getSession(false);
    String last = session == null ? null : (String) session.getAttribute(LAST);
    return last != null && standing.sees(last) && exists(last) ? last : first(standing);
  }

  /** So that the next page without a company is about this one. */
  void remember(HttpServletRequest request, String company) {
    HttpSession session = request.getSession(false);
    if (session != null && company != null && !company.equals(session.getAttribute(LAST))) {
      session.setAttribute(LAST, company);
    }
  }

  private boolean exists(String company) {
    return jdbc.sql(SqlFile.read("access/company-exists"))
        .param("company", company)
        .query(Boolean.class)
        .single();
  }

  private String first(Standing standing) {
    return jdbc.sql(SqlFile.read("access/first-company"))
        .param("all", standing.operator())
        .param("companies", standing.companies().toArray(String[]::new))
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
