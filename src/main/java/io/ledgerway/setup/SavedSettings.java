package io.ledgerway.setup;

import java.util.List;

/**
 * Import settings as they are stored.
 *
 * @param stage null when nobody has chosen yet
 * @param namedTenant the organisation whose records they name: another one than the present until
 *     they have been bound; null for the present
 * @param review what of a former organisation has no counterpart in it
 */
record SavedSettings(
    Stage stage, ImportSettings settings, String namedTenant, List<Unbound> review) {

  static final SavedSettings PRESELECTED =
      new SavedSettings(null, ImportSettings.PRESELECTED, null, List.of());

  /** Changes with every change: two people who change one draft must not overwrite each other. */
  String version() {
    // By their text: the hash code of an enum differs from process to process.
    return Integer.toHexString(
        (stage + "/" + settings + "/" + namedTenant + "/" + review).hashCode());
  }

  boolean inForce() {
    return stage == Stage.ACTIVE;
  }
}
