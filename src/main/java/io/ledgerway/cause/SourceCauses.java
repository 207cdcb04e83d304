package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.source.Choice;
import io.ledgerway.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a company has not chosen for a source. */
public final class SourceCauses {

  private SourceCauses() {}

  /** Whether the company takes documents of that source now. */
  public static Optional<Problem> off(String source, Set<String> sourcesOff) {
    return sourcesOff.contains(source)
        ? Optional.of(
            Cause.SOURCE_OFF.at(null, List.of(KeyKind.SETTING.of(source + "/enabled")), source))
        : Optional.empty();
  }

  /**
   * @param noun what people call the other document
   */
  public static Problem notPosted(String source, String noun, String id, String field) {
    return Cause.NOT_POSTED_YET.at(
        field, List.of(KeyKind.DOCUMENT.of(source + "/" + id)), noun, id);
  }

  public static Problem settingMissing(Source source, Choice setting, String field) {
    return Cause.SETTING_MISSING.under(
        setting.missing(),
        field,
        List.of(KeyKind.SETTING.of(source.name() + "/" + setting.name())),
        List.of(setting.recordWords(), setting.title(), source.title()),
        List.of());
  }

  public static Problem notInTable(Source source, Choice table, String value, String field) {
    return Cause.NOT_IN_TABLE.under(
        table.missing(),
        field,
        List.of(KeyKind.TABLE.of(source.name() + "/" + table.name() + "/" + value)),
        List.of(table.recordWords(), table.noun(), value),
        List.of(table.title(), source.title()));
  }
}
