package io.ledgerway.validation;

import io.ledgerway.yaml.YamlText;
import java.nio.file.Path;

/** One YAML file of routes, read. */
record RouteFile(Path path, YamlText yaml) {}
