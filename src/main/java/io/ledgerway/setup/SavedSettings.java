package io.ledgerway.setup;

import java.util.List;

/**
 * Import settings as they are stored.
 *
 * @param stage null when nobody has chosen yet
 * @param tenantId the organisation whose records they name; null when there was none
 * @param review what of a former organisation has no counterpart in it
 */
record SavedSettings(Stage stage, ImportSettings settings, String tenantId, List<Unbound> review) {

  static final SavedSettings PRESELECTED =
      new SavedSettings(null, ImportSettings.PRESELECTED, null, List.of());

  boolean inForce() {
    return stage == Stage.ACTIVE;
  }
}
