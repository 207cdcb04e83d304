package io.ledgerway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what would otherwise be lost without a word: a query parameter that the operation does
 * not know (a misspelt filter would show everything), and an id that nothing can have.
 */
@Configuration
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

  private static final int LONGEST_ID = 320;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> known =
          Arrays.stream(method.getMethodParameters())
              .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
              .map(KnownParameters::name)
              .collect(Collectors.toCollection(TreeSet::new));
      request.getParameterMap().forEach((name, values) -> requireKnown(name, known));
      Object ids = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      if (ids instanceof Map<?, ?> variables) {
        variables.forEach((name, value) -> requirePlain(name.toString(), value.toString()));
      }
    }
    return true;
  }

  private static String name(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    String named = parameter.getParameterAnnotation(RequestParam.class).name();
    return named.isEmpty() ? parameter.getParameterName() : named;
  }

  private static void requireKnown(String name, Set<String> known) {
    if (!known.contains(name)) {
      throw WrongRequest.notValid(
          "PARAMETER_UNKNOWN",
          "There is no parameter '" + name + "' here.",
          known.isEmpty() ? "Leave it out: this takes none." : "Known are " + known + ".");
    }
  }

  private static void requirePlain(String name, String value) {
    if (value.length() > LONGEST_ID || value.chars().anyMatch(Character::isISOControl)) {
      throw WrongRequest.notValid(
          "ID_NOT_VALID",
          "No '" + name + "' is like this one.",
          "Give at most " + LONGEST_ID + " characters, none of them a control character.");
    }
  }
}
