package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.AuditEntry;
import io.ledgerway.access.Role;
import io.ledgerway.story.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what. */
@RestController
@Tag(name = "Members")
class AuditController {

  private final Audit audit;
  private final KnownCompanies companies;

  AuditController(Audit audit, KnownCompanies companies) {
    this.audit = audit;
    this.companies = companies;
  }

  @GetMapping("/api/v1/companies/{company}/audit")
  @Allowed(Role.VIEWER)
  @Operation(summary = "What people and programs did in the company, newest first")
  Page<AuditEntry> ofCompany(
      @PathVariable String company,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return Page.of(audit.page(company, cursor, limit + 1), limit, AuditEntry::id);
  }

  @GetMapping("/api/v1/audit")
  @Allowed(Role.OPERATOR)
  @Operation(summary = "The same of all companies, and every sign-in")
  Page<AuditEntry> ofAll(
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    WrongRequest.requireLimit(limit);
    return Page.of(audit.page(null, cursor, limit + 1), limit, AuditEntry::id);
  }
}
