package io.ledgerway.yaml;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.ledgerway.problem.Mistake;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads files of one shape, a JSON Schema, and tells all that is wrong by its place. Thread-safe.
 */
public final class YamlShape {

  private final JsonSchema shape;
  private final String fix;

  /**
   * @param schema on the class path
   * @param fix what to do about a file that is not of this shape
   */
  public YamlShape(String schema, String fix) {
    this.fix = fix;
    this.shape =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                YamlShape.class.getResourceAsStream(schema),
                SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .build());
  }

  /**
   * @return the file, of this shape unless something was told; null when it is no YAML
   */
  public YamlText read(Path file, Consumer<Mistake> wrong) {
    YamlText yaml = YamlText.read(file, wrong);
    if (yaml != null) {
      shape
          .validate(yaml.json())
          .forEach(
              breach ->
                  wrong.accept(
                      yaml.place(breach.getInstanceLocation().toString())
                          .mistake(file, breach.getMessage().replaceFirst("^: ", ""), fix)));
    }
    return yaml;
  }
}
