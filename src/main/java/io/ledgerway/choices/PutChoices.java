package io.ledgerway.choices;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.SetUp;
import io.ledgerway.source.Choices;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.Sources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a file of choices into a company. Looking does all of it and takes it back, so that what is
 * told beforehand is what happens. Thread-safe.
 */
@Component
public class PutChoices {

  private final SetUp setUp;
  private final Sources sources;
  private final Choices choices;
  private final Records records;
  private final SettingChanges changes;
  private final TransactionTemplate transaction;

  PutChoices(
      SetUp setUp,
      Sources sources,
      Choices choices,
      Records records,
      SettingChanges changes,
      PlatformTransactionManager transactions) {
    this.setUp = setUp;
    this.sources = sources;
    this.choices = choices;
    this.records = records;
    this.changes = changes;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What {@link #put} would do. Nothing is changed.
   *
   * @throws io.ledgerway.reference.UnknownCompany when no such company is set up here
   */
  public ChoicesReport look(String company, ChoicesFile file) {
    return transaction.execute(
        status -> {
          status.setRollbackOnly();
          return apply(company, file);
        });
  }

  /**
   * Puts in force what binds: settings and tables at once, import settings as a draft. Rows and
   * settings that the file does not name stay.
   *
   * @param seen the version of the report that somebody looked at
   * @throws LedgerwayException {@code CHOICES_CHANGED} when something else would happen by now
   * @throws ChoicesRefused when a source does not take something; nothing is changed then
   * @throws io.ledgerway.reference.UnknownCompany when no such company is set up here
   */
  public ChoicesReport put(String company, ChoicesFile file, String seen) {
    return transaction.execute(
        status -> {
          ChoicesReport report = apply(company, file);
          if (!report.refused().isEmpty()) {
            throw new ChoicesRefused(
                report.refused().stream()
                    .map(e -> new ChoicesRefused.Wrong(e.part() + "." + e.field(), e.why()))
                    .toList());
          }
          if (!report.version().equals(seen)) {
            throw new LedgerwayException(
                    "CHOICES_CHANGED",
                    "The file, or what it would change, is not what was looked at.",
                    "Look at the report again, and give its version.")
                .with("company", company);
          }
          return report;
        });
  }

  private ChoicesReport apply(String company, ChoicesFile file) {
    // Before anything is read: whoever else puts something waits, and then sees what has changed.
    changes.lock(company);
    Binding binding = new Binding(records, company);
    ImportSettings before = setUp.settings(company);
    ImportSettings bound = new BoundImports(binding).of(file.imports());
    ImportSettings draft = bound == null ? before : setUp.settingsWith(company, bound);
    if (!draft.equals(before)) {
      setUp.change(company, bound, null);
    }
    SourcesPut put = new SourcesPut(company, choices, binding);
    if (file.sources() != null) {
      file.sources()
          .forEach(
              (name, chosen) ->
                  sources
                      .find(name)
                      .ifPresentOrElse(
                          source -> put.put(source, chosen),
                          () -> put.refuse(name, name, "there is no such source")));
    }
    return put.report(file, before, draft);
  }
}
