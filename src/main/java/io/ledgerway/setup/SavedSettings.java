package io.ledgerway.setup;

import java.util.List;

/**
 * Import settings as they are stored.
 *
 * @param tenantId the organisation whose records they name
 * @param review what of a former organisation has no counterpart in it
 */
record SavedSettings(ImportSettings settings, String tenantId, List<Unbound> review) {}
