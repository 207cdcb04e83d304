package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.choices.ChoicesFile;
import io.ledgerway.choices.ChoicesReport;
import io.ledgerway.choices.PutChoices;
import io.ledgerway.choices.WriteChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A company's choices as a file. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/choices")
@Tag(name = "Choices")
class ChoicesController {

  private final WriteChoices write;
  private final PutChoices put;

  ChoicesController(WriteChoices write, PutChoices put) {
    this.write = write;
    this.put = put;
  }

  @GetMapping
  @Operation(
      summary = "What the company has chosen, as a file",
      description = "Records stand by code and name. No secret is in it.")
  ChoicesFile file(@PathVariable String company) {
    return write.of(company);
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/report")
  @Operation(
      summary = "What a file would change here, and what of it does not bind",
      description = "Nothing is changed.")
  ResponseEntity<ChoicesReport> look(
      @PathVariable String company, @Valid @RequestBody ChoicesFile file) {
    requireKnown(file);
    ChoicesReport report = put.look(company, file);
    return ResponseEntity.ok().eTag(report.version()).body(report);
  }

  @Allowed(Role.ADMIN)
  @PutMapping
  @Operation(
      summary = "Put a file's choices in force, and its import settings into the draft",
      description =
          "What does not bind is left out, and what the file does not name stays. If-Match is the"
              + " report's version: 409 when something else would happen by now.")
  ChoicesReport put(
      @PathVariable String company,
      @RequestHeader(name = "If-Match", required = false) String seen,
      @Valid @RequestBody ChoicesFile file) {
    requireKnown(file);
    if (seen == null) {
      throw WrongRequest.notValid(
          "REPORT_NOT_SEEN",
          "If-Match is missing.",
          "Look at the report first, and give its version as If-Match.");
    }
    return put.put(company, file, seen.replace("W/", "").replace("\"", ""));
  }

  private static void requireKnown(ChoicesFile file) {
    if (!file.isKnown()) {
      throw WrongRequest.notValid(
          "CHOICES_FORMAT",
          "The file's 'format' is missing, or another one than " + ChoicesFile.FORMAT + ".",
          "Give the file as it was read out.");
    }
  }
}
