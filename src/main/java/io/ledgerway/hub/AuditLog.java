package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Audit;
import io.ledgerway.access.AuditEntry;
import io.ledgerway.access.Role;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in a company, newest first. */
@Controller
@Hidden
@Allowed(Role.VIEWER)
class AuditLog {

  private static final int PAGE = 50;

  private final Audit audit;

  AuditLog(Audit audit) {
    this.audit = audit;
  }

  @GetMapping("/logs/audit")
  String auditLog(Visit visit, @RequestParam(required = false) UUID before, Model model) {
    String company = WrongAddress.companyOf(visit);
    List<AuditEntry> found = audit.page(company, before, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<AuditEntry> shown = more ? found.subList(0, PAGE) : found;
    String here = "/logs/audit?company=" + company;
    model.addAttribute("entries", shown);
    model.addAttribute("newest", before == null ? null : here);
    model.addAttribute("older", more ? here + "&before=" + shown.get(PAGE - 1).id() : null);
    return "hub/audit";
  }
}
