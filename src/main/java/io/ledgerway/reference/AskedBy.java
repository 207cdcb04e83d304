package io.ledgerway.reference;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks for what is being done on this thread, for the log of changes. */
public final class AskedBy {

  private AskedBy() {}

  /** The API's user, such as {@code admin} or {@code api-key}; null when nobody asks by the API. */
  public static String now() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return caller == null ? null : caller.getName();
  }
}
