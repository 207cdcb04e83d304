package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The file {@code causes.yaml}: the words, the actor and the cure of every cause, and how what Xero
 * says is recognised as one. Immutable.
 */
public final class Catalogue {

  /** Of this engine. */
  public static final Catalogue OURS = new Catalogue();

  /**
   * What the file says of one cause.
   *
   * @param scenario what people call it, where the platforms describe it; may be null
   * @param check how it is recognised here; null when only Xero knows it
   */
  public record Entry(
      Words message,
      Actor actor,
      Words action,
      Set<KeyKind> releases,
      String scenario,
      String check) {}

  /**
   * How a refusal of Xero's is recognised.
   *
   * @param about the records that it is about, such as {@code account code 1} for the one that the
   *     first group names
   * @param ours whether the cause's own words are told rather than Xero's
   */
  public record Refusal(Pattern says, Cause cause, List<String> about, boolean ours) {}

  /** Why a record is not entered. */
  public record Letter(String why, String who, String then) {

    /** Who acts; whoever sends a record is the concern of whoever connects its source. */
    public Actor actor() {
      return switch (who) {
        case "the account admin" -> Actor.ADMIN;
        case "finance" -> Actor.FINANCE;
        case "nobody" -> Actor.NOBODY;
        case "us" -> Actor.OPERATOR;
        default -> Actor.ENGINEER;
      };
    }
  }

  /**
   * Why a receipt is not attached.
   *
   * @param again when it is tried once more by itself; null when it is not
   */
  public record Receipt(Words message, Actor actor, String action, String again) {

    /**
     * @param named one for each name in the message, in their order
     */
    public Problem about(String code, Object... named) {
      return new Problem(
          code, message.filled(List.of(named)), actor, action, List.of(), null, null);
    }
  }

  private final Map<Cause, Entry> entries = new EnumMap<>(Cause.class);
  private final List<Refusal> refusals;
  private final Map<String, Letter> letters = new LinkedHashMap<>();
  private final Map<String, Receipt> receipts = new LinkedHashMap<>();

  private Catalogue() {
    Map<?, ?> file = read();
    ((Map<?, ?>) file.get("causes"))
        .forEach(
            (code, said) -> entries.put(Cause.valueOf(code.toString()), entry((Map<?, ?>) said)));
    refusals =
        ((List<?>) file.get("refusals")).stream().map(each -> refusal((Map<?, ?>) each)).toList();
    ((Map<?, ?>) file.get("letters"))
        .forEach((code, said) -> letters.put(code.toString(), letter((Map<?, ?>) said)));
    ((Map<?, ?>) file.get("receipts"))
        .forEach((code, said) -> receipts.put(code.toString(), receipt((Map<?, ?>) said)));
  }

  public Entry of(Cause cause) {
    return entries.get(cause);
  }

  /** The more particular ones first. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** By their codes. */
  public Map<String, Letter> letters() {
    return new LinkedHashMap<>(letters);
  }

  /** Why receipts are not attached, by their codes. */
  public Map<String, Receipt> receipts() {
    return new LinkedHashMap<>(receipts);
  }

  /**
   * @param code one of {@link #receipts}
   */
  public Receipt receipt(String code) {
    return receipts.get(code);
  }

  private static Map<?, ?> read() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream file = Catalogue.class.getResourceAsStream("/causes.yaml")) {
      return new Yaml(new SafeConstructor(options)).load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Map<?, ?> said) {
    return new Entry(
        new Words(text(said, "message"), text(said, "model")),
        Actor.valueOf(text(said, "actor")),
        new Words(text(said, "action"), null),
        list(said, "releases").stream()
            .map(kind -> KeyKind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_')))
            .collect(Collectors.toCollection(LinkedHashSet::new)),
        text(said, "scenario"),
        text(said, "check"));
  }

  private static Refusal refusal(Map<?, ?> said) {
    return new Refusal(
        Pattern.compile(text(said, "says")),
        Cause.valueOf(text(said, "is")),
        list(said, "about"),
        "ours".equals(text(said, "told")));
  }

  private static Letter letter(Map<?, ?> said) {
    return new Letter(text(said, "why"), text(said, "who"), text(said, "then"));
  }

  private static Receipt receipt(Map<?, ?> said) {
    return new Receipt(
        new Words(text(said, "message"), null),
        Actor.valueOf(text(said, "actor")),
        text(said, "action"),
        text(said, "again"));
  }

  private static List<String> list(Map<?, ?> said, String name) {
    return said.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private static String text(Map<?, ?> said, String name) {
    Object value = said.get(name);
    return value == null ? null : value.toString();
  }
}
