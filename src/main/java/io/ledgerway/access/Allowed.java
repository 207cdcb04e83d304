package io.ledgerway.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a request needs: in the company that its path (or, for pages, its parameter) names;
 * where it names none, in any company. A handler without a rule is refused. The rule of a method
 * goes before that of its class.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
  /** The least role. */
  Role value();
}
