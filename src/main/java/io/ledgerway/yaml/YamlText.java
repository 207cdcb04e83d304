package io.ledgerway.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Mistake;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML document as JSON that knows where each of its values stands. Immutable. */
public final class YamlText {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** No pointer has it: a slash or nothing follows a tilde's digit. */
  private static final String VALUE = "~value";

  private final String text;
  private final JsonNode json;
  private final Map<String, Place> places = new HashMap<>();

  /**
   * @throws Unreadable with the place and the parser's words
   */
  public YamlText(String text) {
    this.text = text;
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    try {
      json = JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root != null) {
        note("", root);
      }
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw new Unreadable(mark == null ? new Place(1, 1) : Place.of(mark), e.getProblem());
    } catch (YAMLException e) {
      throw new Unreadable(new Place(1, 1), e.getMessage());
    }
  }

  /**
   * Where something begins.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Place(int line, int column) {

    private static Place of(Mark mark) {
      return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    public Mistake mistake(Path file, String what, String fix) {
      return new Mistake(file.toString(), line, column, what, fix);
    }
  }

  /**
   * @return null, and why is told, when it cannot be read or is no YAML
   */
  public static YamlText read(Path file, Consumer<Mistake> wrong) {
    try {
      return new YamlText(Files.readString(file));
    } catch (Unreadable e) {
      wrong.accept(
          e.place().mistake(file, "this is no YAML: " + e.plainMessage(), "Correct it there"));
    } catch (IOException e) {
      wrong.accept(new Mistake(file.toString(), 0, 0, "cannot be read", "Look at its rights"));
    }
    return null;
  }

  /** A text that is no YAML. */
  public static final class Unreadable extends LedgerwayException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    Unreadable(Place place, String message) {
      super("YAML_UNREADABLE", message, "Correct the YAML in that line.");
      this.place = place;
    }

    public Place place() {
      return place;
    }
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  public JsonNode json() {
    return json;
  }

  /** Where the name of what stands at that JSON pointer begins, or of what it would stand in. */
  public Place place(String pointer) {
    return within(pointer, "");
  }

  /** Where the value itself begins: behind its name, or on the next line. */
  public Place value(String pointer) {
    return within(pointer, VALUE);
  }

  private Place within(String pointer, String what) {
    String at = pointer;
    while (!places.containsKey(at + what) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return places.getOrDefault(at + what, new Place(1, 1));
  }

  private void note(String pointer, Node node) {
    Place value = Place.of(node.getStartMark());
    places.put(pointer + VALUE, value);
    places.putIfAbsent(pointer, value);
    if (node instanceof MappingNode map) {
      map.getValue()
          .forEach(
              entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                  String inside = pointer + "/" + escaped(key.getValue());
                  places.put(inside, Place.of(key.getStartMark()));
                  note(inside, entry.getValueNode());
                }
              });
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        note(pointer + "/" + i, list.getValue().get(i));
      }
    }
  }

  /** A name as a part of a JSON pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
