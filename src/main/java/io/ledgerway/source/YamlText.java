package io.ledgerway.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.problem.LedgerwayException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML document as JSON that knows on which line each of its values stands. Immutable. */
final class YamlText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final JsonNode json;
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @throws Unreadable with the line and the parser's words
   */
  YamlText(String text) {
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
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Unreadable(line, e.getProblem());
    } catch (YAMLException e) {
      throw new Unreadable(1, e.getMessage());
    }
  }

  /** A text that is no YAML. */
  static final class Unreadable extends LedgerwayException {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
      super("YAML_UNREADABLE", message, "Correct the YAML in that line.");
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  JsonNode json() {
    return json;
  }

  /**
   * The line, counted from 1, of what stands at that JSON pointer, or of what it would stand in.
   */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  private void note(String pointer, Node node) {
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    if (node instanceof MappingNode map) {
      map.getValue()
          .forEach(
              entry -> {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                  String inside = pointer + "/" + key.getValue();
                  // The key's line: a value may begin on the next one.
                  lines.put(inside, key.getStartMark().getLine() + 1);
                  note(inside, entry.getValueNode());
                }
              });
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        note(pointer + "/" + i, list.getValue().get(i));
      }
    }
  }
}
