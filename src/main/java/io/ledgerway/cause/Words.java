package io.ledgerway.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the catalogue, with names in braces that are filled in. Immutable. */
public final class Words {

  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private final String template;
  private final String model;
  private final String sentence;
  private final List<String> names;

  /**
   * @param model what stands for {@code {model}}; may be null
   */
  Words(String template, String model) {
    this.template = template;
    this.model = model;
    this.sentence = model == null ? template : template.replace("{model}", model);
    this.names = NAME.matcher(sentence).results().map(found -> found.group(1)).distinct().toList();
  }

  /**
   * @param values one for each name, in the order in which the names first stand in the sentence
   * @throws IllegalArgumentException when they are more or fewer
   */
  public String filled(List<?> values) {
    if (values.size() != names.size()) {
      throw new IllegalArgumentException(names + " cannot be filled with " + values);
    }
    List<Object> given = new ArrayList<>(values);
    return NAME.matcher(sentence).replaceAll(found -> value(found, given));
  }

  private String value(MatchResult found, List<Object> given) {
    return Matcher.quoteReplacement(String.valueOf(given.get(names.indexOf(found.group(1)))));
  }

  /** As users of the platforms know it, with {@code {model}} for the record concerned. */
  public String template() {
    return template;
  }

  /** What stands for {@code {model}}; null when nothing does. */
  public String model() {
    return model;
  }
}
