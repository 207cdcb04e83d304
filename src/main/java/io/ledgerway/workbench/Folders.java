package io.ledgerway.workbench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where routes and mappings are: as the engine is told, else where one stands. */
final class Folders {

  @Option(
      names = "--routes",
      paramLabel = "<folder>",
      defaultValue = "${env:LEDGERWAY_ROUTES_DIR:-routes}",
      description = "Folder of routes; LEDGERWAY_ROUTES_DIR, else ${DEFAULT-VALUE}.")
  Path routes;

  @Option(
      names = "--mappings",
      paramLabel = "<folder>",
      defaultValue = "${env:LEDGERWAY_MAPPINGS_DIR:-mappings}",
      description = "Folder of mappings; LEDGERWAY_MAPPINGS_DIR, else ${DEFAULT-VALUE}.")
  Path mappings;
}
