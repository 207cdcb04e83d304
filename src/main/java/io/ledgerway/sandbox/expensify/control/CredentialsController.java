package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Credential;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of id and secret, and what they open. */
@RestController
@RequestMapping("/sandbox/credentials")
class CredentialsController {

  /**
   * What is left out stays. A new secret replaces the old one.
   *
   * @param roles by workspace: admin, auditor or user; who is named in none sees nothing
   */
  record Change(
      String partnerUserSecret, String email, Map<String, String> roles, Boolean actsForOthers) {}

  private final Company company;

  CredentialsController(Company company) {
    this.company = company;
  }

  @GetMapping
  Collection<Credential> list() {
    return company.alone(() -> List.copyOf(company.credentials().values()));
  }

  /** One that is not known yet is made. */
  @PatchMapping("/{id}")
  Credential change(@PathVariable String id, @RequestBody Change change) {
    return company.alone(
        () -> {
          Credential before =
              company
                  .credentials()
                  .getOrDefault(
                      id, new Credential(id, "secret", "fd@acme.example", Map.of(), true));
          Credential after =
              new Credential(
                  id,
                  or(change.partnerUserSecret(), before.partnerUserSecret()),
                  or(change.email(), before.email()),
                  or(change.roles(), before.roles()),
                  or(change.actsForOthers(), before.actsForOthers()));
          company.credentials().put(id, after);
          return after;
        });
  }

  private static <T> T or(T wanted, T before) {
    return wanted == null ? before : wanted;
  }
}
