package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.PersonEdits;
import io.ledgerway.sandbox.http.Input;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes to reference data as a person makes them in Xero itself: no call is logged, no limit is
 * used. Bodies hold Xero's property names, such as {@code {"Status": "ARCHIVED"}}.
 */
@RestController
@RequestMapping("/sandbox/organisations/{tenantId}")
class BooksController {

  private final Organisations organisations;

  BooksController(Organisations organisations) {
    this.organisations = organisations;
  }

  @PostMapping("/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addAccount(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).addAccount(Input.of(body));
  }

  @PatchMapping("/accounts/{account}")
  Map<String, Object> changeAccount(
      @PathVariable UUID tenantId,
      @PathVariable String account,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).changeAccount(account, Input.of(body));
  }

  @PostMapping("/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addContact(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).addContact(Input.of(body));
  }

  @PatchMapping("/contacts/{contact}")
  Map<String, Object> changeContact(
      @PathVariable UUID tenantId,
      @PathVariable String contact,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).changeContact(contact, Input.of(body));
  }

  @PostMapping("/tracking-categories")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addCategory(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).addCategory(Input.of(body));
  }

  @PatchMapping("/tracking-categories/{category}")
  Map<String, Object> changeCategory(
      @PathVariable UUID tenantId,
      @PathVariable String category,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).changeCategory(category, Input.of(body));
  }

  @PostMapping("/tracking-categories/{category}/options")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addOption(
      @PathVariable UUID tenantId,
      @PathVariable String category,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).addOption(category, Input.of(body));
  }

  @PatchMapping("/tracking-categories/{category}/options/{option}")
  Map<String, Object> changeOption(
      @PathVariable UUID tenantId,
      @PathVariable String category,
      @PathVariable String option,
      @RequestBody Map<String, Object> body) {
    return edits(tenantId).changeOption(category, option, Input.of(body));
  }

  @PostMapping("/tax-rates")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> addTaxRate(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).writeTaxRate(Input.of(body), true);
  }

  @PatchMapping("/tax-rates")
  Map<String, Object> changeTaxRate(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> body) {
    return edits(tenantId).writeTaxRate(Input.of(body), false);
  }

  @PostMapping("/currencies/{code}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void subscribe(@PathVariable UUID tenantId, @PathVariable String code) {
    edits(tenantId).subscribe(code);
  }

  private PersonEdits edits(UUID tenantId) {
    Organisation books = Known.organisation(organisations, tenantId);
    return new PersonEdits(books);
  }
}
