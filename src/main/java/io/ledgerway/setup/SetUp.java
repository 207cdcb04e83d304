package io.ledgerway.setup;

import io.ledgerway.reference.AskedBy;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a company imports: chosen in a draft that is kept with every step, and put in force as a
 * whole. Thread-safe; whoever changes one company's draft waits for the others.
 */
@Component
public class SetUp {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SettingsTable table;
  private final CompanyStates states;
  private final SettingChanges changes;
  private final Clock clock;

  SetUp(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      SettingsTable table,
      CompanyStates states,
      SettingChanges changes,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.table = table;
    this.states = states;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The draft, or what is in force, or before that what is preselected; with all there is to
   * choose.
   *
   * @throws UnknownCompany when no such company is set up here
   */
  public ImportChoices choices(String company) {
    CompanyState state = states.of(company);
    SavedSettings current = current(company);
    Choosables records = records(company, current.settings());
    PeopleCounts people = people(company);
    return ImportChoices.of(
        state, current, records, people, Rules.problems(current.settings(), records, people));
  }

  /**
   * What is chosen: the draft while there is one, else what is in force or preselected.
   *
   * @throws UnknownCompany when no such company is set up here
   */
  public ImportSettings settings(String company) {
    states.of(company);
    return current(company).settings();
  }

  /**
   * As {@link #settings} would be after that change.
   *
   * @throws UnknownCompany when no such company is set up here
   */
  public ImportSettings settingsWith(String company, ImportSettings change) {
    return settings(company).with(change);
  }

  /**
   * Changes the draft, which begins as a copy of what is in force; parts that are null stay.
   *
   * @param seen the version that the caller looked at; null changes any
   * @throws DraftChanged when there is another by now
   * @throws UnknownCompany when no such company is set up here
   */
  public ImportChoices change(String company, ImportSettings change, String seen) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          SavedSettings current = current(company);
          requireSame(company, current, seen);
          // A draft that is still to be bound to another organisation stays so.
          table.save(
              company,
              new SavedSettings(
                  Stage.DRAFT,
                  current.settings().with(change),
                  current.namedTenant(),
                  current.review()));
        });
    return choices(company);
  }

  /**
   * What is in force, or preselected, counts again.
   *
   * @param seen the version that the caller looked at; null throws any draft away
   * @throws DraftChanged when there is another by now
   * @throws UnknownCompany when no such company is set up here
   */
  public void discard(String company, String seen) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          requireSame(company, current(company), seen);
          table.remove(company, Stage.DRAFT);
        });
  }

  private static void requireSame(String company, SavedSettings current, String seen) {
    if (seen != null && !seen.equals(current.version())) {
      throw new DraftChanged(company);
    }
  }

  /**
   * @throws UnknownCompany when no such company is set up here
   */
  public SettingsPreview preview(String company) {
    states.of(company);
    List<Choosable> differing =
        records(company, current(company).settings()).all().stream()
            .filter(each -> each.active() && !Objects.equals(each.importedAs(), each.chosenAs()))
            .toList();
    String[] ids =
        differing.stream()
            .filter(each -> each.importedAs() != null)
            .map(Choosable::id)
            .toArray(String[]::new);
    Integer touched =
        jdbc.sql(SqlFile.read("setup/touched"))
            .param("company", company)
            .param("ids", ids)
            .query(Integer.class)
            .single();
    return SettingsPreview.of(differing, touched);
  }

  /**
   * Puts the draft in force. What it selects is told to the platform, what it leaves out becomes
   * inactive there, and documents that waited for it are looked at again.
   *
   * @param seen the version that the caller looked at; null completes any
   * @throws DraftChanged when there is another by now
   * @throws SetUpProblems when something stands in the way; nothing is changed then
   * @throws UnknownCompany when no such company is set up here
   */
  public ImportChoices complete(String company, String seen) {
    transaction.executeWithoutResult(
        status -> {
          changes.lock(company);
          SavedSettings chosen = current(company);
          requireSame(company, chosen, seen);
          List<Finding> problems =
              Rules.problems(
                  chosen.settings(), records(company, chosen.settings()), people(company));
          if (!problems.isEmpty()) {
            throw new SetUpProblems(company, problems);
          }
          putInForce(company, chosen.settings());
        });
    return choices(company);
  }

  private void putInForce(String company, ImportSettings settings) {
    String before =
        table.find(company, Stage.ACTIVE).map(former -> table.text(former.settings())).orElse(null);
    table.endFormer(company);
    table.save(company, Stage.ACTIVE, settings, List.of());
    table.remove(company, Stage.DRAFT);
    jdbc.sql(SqlFile.read("setup/apply"))
        .param("company", company)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("askedBy", AskedBy.now())
        .update();
    String after = table.text(settings);
    if (!after.equals(before)) {
      changes.write(
          company, "setting", "import-settings", Set.of("setting:import-settings"), before, after);
    }
  }

  private SavedSettings current(String company) {
    return table
        .find(company, Stage.DRAFT)
        .or(() -> table.find(company, Stage.ACTIVE))
        .orElse(SavedSettings.PRESELECTED);
  }

  private Choosables records(String company, ImportSettings settings) {
    return Choosables.of(jdbc, company, table.text(settings));
  }

  private PeopleCounts people(String company) {
    return jdbc.sql(SqlFile.read("setup/people"))
        .param("company", company)
        .query(PeopleCounts.class)
        .single();
  }
}
