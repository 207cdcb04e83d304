package io.ledgerway.access;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.DataFault;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;

/** Makes an entry of each request that is to change something, when it ends. Thread-safe. */
@Component
class AuditRequests implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRequests.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Audit audit;

  AuditRequests(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
    Authentication asking = SecurityContextHolder.getContext().getAuthentication();
    if (READING.contains(request.getMethod())
        || !(handler instanceof HandlerMethod method)
        || Rule.isOpen(method)
        || Rule.onlyLooks(method)
        || asking == null) {
      return;
    }
    Scope scope = Scope.of(request);
    Object thrown = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
    try {
      audit.add(
          asking.getName(),
          scope == null ? null : scope.company(),
          act(method),
          shortened(request.getRequestURI()),
          thrown == null && response.getStatus() < 400
              ? "DONE"
              : response.getStatus() < 500 ? "REFUSED" : "FAILED",
          thrown instanceof LedgerwayException refused
              ? refused.code()
              : thrown == null ? null : thrown.getClass().getSimpleName(),
          request.getAttribute(Audit.BEFORE),
          request.getAttribute(Audit.AFTER));
    } catch (DataAccessException e) {
      // The act is done, and cannot be taken back for want of its entry.
      LOG.error(
          "event=act_not_audited who={} act={} because={}",
          asking.getName(),
          act(method),
          DataFault.said(e));
    }
  }

  /** The words of the API's description; of a page, its method's name in words. */
  private static String act(HandlerMethod method) {
    Operation operation = method.getMethodAnnotation(Operation.class);
    return operation != null
        ? operation.summary()
        : method.getMethod().getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static String shortened(String path) {
    return path.length() > 300 ? path.substring(0, 300) : path;
  }
}
