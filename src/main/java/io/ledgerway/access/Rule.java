package io.ledgerway.access;

import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Reads who may call a handler. */
final class Rule {

  private static final String OURS = "io.ledgerway.";

  private Rule() {}

  /** Open to all: said so, or of a library, which the filter chain keeps. */
  static boolean isOpen(HandlerMethod method) {
    return !method.getBeanType().getName().startsWith(OURS)
        || method.hasMethodAnnotation(Open.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class);
  }

  /** The method's, else its class's; empty when neither has one. */
  static Optional<Role> of(HandlerMethod method) {
    Allowed rule = method.getMethodAnnotation(Allowed.class);
    if (rule == null) {
      rule = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allowed.class);
    }
    return Optional.ofNullable(rule).map(Allowed::value);
  }

  /** A preview, say, which is sent as a form for its length. */
  static boolean onlyLooks(HandlerMethod method) {
    return !allowsOldPassword(method) && of(method).filter(Role.VIEWER::equals).isPresent();
  }

  /** What everybody who is signed in may do for themselves. */
  static boolean allowsOldPassword(HandlerMethod method) {
    return method.hasMethodAnnotation(Oneself.class);
  }
}
