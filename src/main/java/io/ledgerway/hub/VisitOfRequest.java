package io.ledgerway.hub;

import io.ledgerway.access.Scope;
import io.ledgerway.access.Standing;
import io.ledgerway.sql.SqlFile;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page's method who looks and at which company, and the template, too. Thread-safe. */
@Component
class VisitOfRequest implements HandlerMethodArgumentResolver {

  private final JdbcClient jdbc;

  VisitOfRequest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Visit.class;
  }

  @Override
  public Visit resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer page,
      NativeWebRequest request,
      WebDataBinderFactory binder) {
    Scope scope = Scope.of(request.getNativeRequest(HttpServletRequest.class));
    if (scope == null) {
      // A page that is open to anybody.
      return null;
    }
    Visit visit = of(scope);
    if (page != null) {
      ModelMap model = page.getModel();
      model.addAttribute("visit", visit);
    }
    return visit;
  }

  private Visit of(Scope scope) {
    Standing standing = scope.standing();
    List<Visit.Company> companies =
        jdbc.sql(SqlFile.read("hub/companies"))
            .param("all", standing.operator())
            .param("companies", standing.companies().toArray(String[]::new))
            .param("company", scope.company())
            .query(Visit.Company.class)
            .list();
    Visit.Company seen =
        companies.stream()
            .filter(each -> each.id().equals(scope.company()))
            .findFirst()
            .orElse(null);
    return new Visit(standing.caller(), standing.name(), seen, scope.role(), companies);
  }
}
