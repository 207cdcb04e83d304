package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.connection.ConnectionChecks;
import io.ledgerway.reference.ImportRequests;
import io.ledgerway.setup.CompanyStates;
import io.ledgerway.setup.ImportChoices;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.Preflight;
import io.ledgerway.setup.SetUp;
import io.ledgerway.setup.SettingsPreview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a company imports from Xero. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}")
@Tag(name = "Import settings")
class ImportSettingsController {

  private final SetUp setUp;
  private final Preflight preflight;
  private final KnownCompanies known;
  private final CompanyStates states;
  private final ImportRequests imports;

  ImportSettingsController(
      SetUp setUp,
      Preflight preflight,
      KnownCompanies known,
      CompanyStates states,
      ImportRequests imports) {
    this.setUp = setUp;
    this.preflight = preflight;
    this.known = known;
    this.states = states;
    this.imports = imports;
  }

  @GetMapping("/import-settings")
  @Operation(
      summary = "What can be imported, what is chosen, and what stands in the way of completing it",
      description = "Shows the draft while there is one, else what is in force or preselected.")
  ResponseEntity<ImportChoices> choices(@PathVariable String company) {
    return tagged(setUp.choices(company));
  }

  @Allowed(Role.ADMIN)
  @PatchMapping("/import-settings")
  @Operation(
      summary = "Change the draft; parts and tracking categories that are left out stay",
      description = "Nothing is in force before it is completed.")
  ResponseEntity<ImportChoices> change(
      @PathVariable String company,
      @RequestHeader(name = "If-Match", required = false) String seen,
      @RequestBody ImportSettings change) {
    return tagged(setUp.change(company, change, version(seen)));
  }

  @Allowed(Role.ADMIN)
  @DeleteMapping("/import-settings")
  @Operation(summary = "Throw the draft away; what is in force stays")
  ResponseEntity<ImportChoices> discard(
      @PathVariable String company,
      @RequestHeader(name = "If-Match", required = false) String seen) {
    setUp.discard(company, version(seen));
    return tagged(setUp.choices(company));
  }

  @GetMapping("/import-settings/preview")
  @Operation(summary = "What completing the draft would change at the platform, and touch here")
  SettingsPreview preview(@PathVariable String company) {
    return setUp.preview(company);
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/import-settings/complete")
  @Operation(
      summary = "Put the draft in force",
      description =
          "What it selects is told to the platform. 422 with all 'problems' when something stands"
              + " in the way.")
  ResponseEntity<ImportChoices> complete(
      @PathVariable String company,
      @RequestHeader(name = "If-Match", required = false) String seen) {
    return tagged(setUp.complete(company, version(seen)));
  }

  private static ResponseEntity<ImportChoices> tagged(ImportChoices choices) {
    return ResponseEntity.ok().eTag(choices.version()).body(choices);
  }

  private static String version(String tag) {
    return tag == null || tag.equals("*") ? null : tag.replace("W/", "").replace("\"", "");
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/import-settings/refresh")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Read from Xero again what can be chosen; 'lastImport' tells how far it is",
      description = "Also before the company is set up.")
  void refresh(@PathVariable String company) {
    states.requireConnected(company);
    imports.askForSetUp(company);
  }

  @GetMapping("/preflight")
  @Operation(
      summary = "What would keep expenses from posting, looked for before the first one comes")
  List<ConnectionChecks.Check> preflight(@PathVariable String company) {
    known.require(company);
    return preflight.run(company);
  }
}
