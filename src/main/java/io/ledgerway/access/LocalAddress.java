package io.ledgerway.access;

/** An address of this hub: what leads elsewhere is none. */
public final class LocalAddress {

  private LocalAddress() {}

  /**
   * The address, when it is a path here; else the first page. A browser reads {@code //host} and
   * {@code /\host} as another host, and drops tabs and line ends from within.
   */
  public static String of(String given) {
    boolean local =
        given != null
            && given.length() < 2000
            && given.startsWith("/")
            && !given.startsWith("//")
            && given.indexOf('\\') < 0
            && given.chars().noneMatch(Character::isISOControl)
            && !given.startsWith("/sign-");
    return local ? given : "/";
  }
}
