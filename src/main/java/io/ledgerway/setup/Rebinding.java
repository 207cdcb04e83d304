package io.ledgerway.setup;

import io.ledgerway.connection.OrganisationChanged;
import io.ledgerway.reference.Companies;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.setup.ImportSettings.Accounts;
import io.ledgerway.setup.ImportSettings.TaxRates;
import io.ledgerway.setup.ImportSettings.Tracking;
import io.ledgerway.sql.SqlFile;
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
  private final Companies companies;

  Rebinding(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SettingsTable table,
      SettingChanges changes,
      Companies companies) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.table = table;
    this.changes = changes;
    this.companies = companies;
  }

  /** Within the transaction that connects. */
  @EventListener
  void carryOver(OrganisationChanged change) {
    table.carryOver(change.company());
    if (change.formerTenantId() != null) {
      jdbc.sql(SqlFile.read("setup/keep-bank-accounts"))
          .param("company", change.company())
          .param("former", change.formerTenantId())
          .update();
      choose(change.company(), "setup/kept-bank-accounts");
    }
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
          choose(company, "setup/bank-account-counterparts");
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

  private record BankAccount(String card, String accountId) {}

  /** Cards, and the transfer account; those that the statement does not give stay as they are. */
  private void choose(String company, String statement) {
    jdbc.sql(SqlFile.read(statement))
        .param("company", company)
        .query(BankAccount.class)
        .list()
        .forEach(
            account -> {
              if (account.card() == null) {
                companies.chooseTransferAccount(company, account.accountId());
              } else {
                companies.mapCard(company, account.card(), account.accountId());
              }
            });
  }
}
