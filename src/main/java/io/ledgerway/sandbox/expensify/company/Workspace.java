package io.ledgerway.sandbox.expensify.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace ("policy"). Guarded by the {@link Company}. */
public final class Workspace {

  private final String id;
  private String name;
  private final String owner;
  private String outputCurrency;
  private final String type;
  private final String taxName;
  private final List<TaxRate> taxRates;
  private final List<TagLevel> levels = new ArrayList<>();
  private final Map<String, Category> categories = new TreeMap<>();

  /**
   * @param taxName empty when the workspace tracks no tax
   */
  public Workspace(
      String id,
      String name,
      String owner,
      String outputCurrency,
      String type,
      String taxName,
      List<TaxRate> taxRates) {
    this.id = id;
    this.name = name;
    this.owner = owner;
    this.outputCurrency = outputCurrency;
    this.type = type;
    this.taxName = taxName;
    this.taxRates = List.copyOf(taxRates);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String owner() {
    return owner;
  }

  public String outputCurrency() {
    return outputCurrency;
  }

  public String type() {
    return type;
  }

  public String taxName() {
    return taxName;
  }

  public List<TaxRate> taxRates() {
    return taxRates;
  }

  public List<TagLevel> levels() {
    return levels;
  }

  public Map<String, Category> categories() {
    return categories;
  }

  public void rename(String newName) {
    name = newName;
  }

  public void output(String currency) {
    outputCurrency = currency;
  }

  /** Renames a tag where it is listed; reports that name it keep the old name. */
  public void renameTag(String level, String before, String after) {
    for (int i = 0; i < levels.size(); i++) {
      TagLevel one = levels.get(i);
      if (one.name().equals(level)) {
        levels.set(
            i,
            new TagLevel(
                level,
                one.tags().stream()
                    .map(
                        tag ->
                            tag.name().equals(before)
                                ? new Tag(after, tag.enabled(), tag.glCode())
                                : tag)
                    .toList()));
      }
    }
  }
}
