package io.ledgerway.setup;

import io.ledgerway.connection.OrganisationChanged;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.setup.ImportSettings.Accounts;
import io.ledgerway.setup.ImportSettings.TaxRates;
import io.ledgerway.setup.ImportSettings.Tracking;
import io.ledgerway.source.ChoicesElsewhere;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a company's choices over to another organisation, where nothing was ever chosen before.
 * They become a draft there at once, so that nothing goes into the new books before somebody has
 * looked; when those have been read, each choice is bound to the record with the same code or name,
 * or named for review. What was chosen in the former organisation stays as it is, for who comes
 * back. Thread-safe.
 */
@Component
class Rebinding {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SettingsTable table;
  private final SettingChanges changes;
  private final ChoicesElsewhere choices;

  Rebinding(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SettingsTable table,
      SettingChanges changes,
      ChoicesElsewhere choices) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.table = table;
    this.changes = changes;
    this.choices = choices;
  }

  /** Within the transaction that connects. */
  @EventListener
  void carryOver(OrganisationChanged change) {
    table.carryOver(change.company());
  }

  /**
   * Binds what was chosen in a former organisation, once the present one has been read.
   *
   * @param tenantId the present one
   */
  void bind(String company, String tenantId) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          table
              .find(company, Stage.DRAFT)
              .filter(draft -> !tenantId.equals(draft.namedTenant()))
              .ifPresent(draft -> bind(company, draft));
          choices.bind(company);
        });
  }

  private void bind(String company, SavedSettings draft) {
    Counterparts counterparts = Counterparts.of(jdbc, company, draft.namedTenant());
    ImportSettings former = draft.settings();
    Map<String, Tracking> categories = new LinkedHashMap<>();
    former
        .trackingCategories()
        .forEach(
            (id, tracking) -> {
              String bound = counterparts.of("tracking-category", id);
              if (bound != null) {
                categories.put(
                    bound,
                    new Tracking(
                        tracking.use(),
                        counterparts.ofAll("tracking-option", tracking.deselected())));
              }
            });
    ImportSettings bound =
        new ImportSettings(
            new Accounts(
                former.accounts().types(),
                counterparts.ofAll("account", former.accounts().accounts())),
            categories,
            new TaxRates(
                counterparts.ofAll("tax-rate", former.taxRates().selected()),
                counterparts.ofAll("tax-rate", former.taxRates().deselected())));
    table.save(company, Stage.DRAFT, bound, counterparts.unbound());
  }
}
