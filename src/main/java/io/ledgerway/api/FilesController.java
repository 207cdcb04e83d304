package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.edition.EditionInForce;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.reload.Refused;
import io.ledgerway.reload.Reload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The edition of the files that this instance works with, and why the latest edit is not it. */
@RestController
@Allowed(Role.OPERATOR)
@Tag(name = "Files")
class FilesController {

  @Schema(name = "Files")
  record Files(
      @Schema(description = "The same for the same files, on every instance.", example = "0f3a52")
          String edition,
      @Schema(description = "When the files were read.") Instant since,
      @Schema(
              description = "The version of each mapping, as postings note it.",
              example = "{\"acorn/charge\": \"5a1f\"}")
          Map<String, String> mappings,
      @Schema(description = "The latest edit, while it is not in force.") RefusedEdit refused) {}

  @Schema(name = "RefusedEdit")
  record RefusedEdit(Instant at, List<Mistake> mistakes) {

    static RefusedEdit of(Refused refused) {
      return new RefusedEdit(refused.at(), refused.mistakes().stream().map(Mistake::of).toList());
    }
  }

  @Schema(name = "Mistake")
  record Mistake(
      String file,
      @Schema(description = "From 1; 0 when it concerns the whole file.") int line,
      @Schema(description = "From 1; 0 when the line says enough.") int column,
      String what,
      String fix) {

    static Mistake of(io.ledgerway.problem.Mistake mistake) {
      return new Mistake(
          mistake.file(), mistake.line(), mistake.column(), mistake.what(), mistake.fix());
    }
  }

  private final EditionInForce inForce;
  private final Mappings mappings;
  private final Reload reload;

  FilesController(EditionInForce inForce, Mappings mappings, Reload reload) {
    this.inForce = inForce;
    this.mappings = mappings;
    this.reload = reload;
  }

  @GetMapping("/api/v1/files")
  @Operation(
      operationId = "files-get",
      summary = "The edition of routes and mappings in force, and what is wrong with the latest")
  Files get() {
    return new Files(
        inForce.current().version(),
        inForce.current().since(),
        mappings.versions(),
        reload.refused().map(RefusedEdit::of).orElse(null));
  }
}
