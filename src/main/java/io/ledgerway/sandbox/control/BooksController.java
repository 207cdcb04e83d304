package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.PersonEdits;
import io.ledgerway.sandbox.http.Input;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes to reference data as a person makes them in Xero itself: no call is logged, no limit is
 * used. Bodies hold Xero's property names, such as {@code {"Status": "ARCHIVED"}}; a contact can
 * also be merged, {@code {"mergedTo": "<id or name>"}}.
 */
@RestController
@RequestMapping("/sandbox/organisations/{tenantId}")
class BooksController {

  private static final String RECORDS =
      "/{records:accounts|contacts|tracking-categories|tax-rates}";
  private static final String OPTIONS = "/tracking-categories/{category}/options";

  private final Organisations organisations;

  BooksController(Organisations organisations) {
    this.organisations = organisations;
  }

  @PostMapping(RECORDS)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> add(
      @PathVariable UUID tenantId,
      @PathVariable String records,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).add(records, Input.of(body));
  }

  @PatchMapping(RECORDS + "/{record}")
  Map<String, Object> change(
      @PathVariable UUID tenantId,
      @PathVariable String records,
      @PathVariable String record,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).change(records, record, Input.of(body));
  }

  /** A tax rate may be named in the body instead, by TaxType or name. */
  @PatchMapping("/tax-rates")
  Map<String, Object> changeTaxRate(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).change("tax-rates", null, Input.of(body));
  }

  @PostMapping(OPTIONS)
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addOption(
      @PathVariable UUID tenantId,
      @PathVariable String category,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).addOption(category, Input.of(body));
  }

  @PatchMapping(OPTIONS + "/{option}")
  Map<String, Object> changeOption(
      @PathVariable UUID tenantId,
      @PathVariable String category,
      @PathVariable String option,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).changeOption(category, option, Input.of(body));
  }

  @PostMapping("/currencies/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void subscribe(@PathVariable UUID tenantId, @PathVariable String code) {
    edits(tenantId).subscribe(code);
  }

  @DeleteMapping("/currencies/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unsubscribe(@PathVariable UUID tenantId, @PathVariable String code) {
    edits(tenantId).unsubscribe(code);
  }

  private PersonEdits edits(UUID tenantId) {
    return new PersonEdits(Known.organisation(organisations, tenantId));
  }
}
