package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The users of an organisation: their role, and the reporting permission of standard users. */
@RestController
@RequestMapping("/sandbox/organisations/{tenantId}/users")
class UsersController {

  /** What is left out stays as it is. */
  record Change(String role, Boolean reporting) {}

  private final Organisations organisations;

  UsersController(Organisations organisations) {
    this.organisations = organisations;
  }

  @GetMapping
  List<Map<String, Object>> list(@PathVariable UUID tenantId) {
    return Known.organisation(organisations, tenantId).users().all().stream()
        .map(UsersController::show)
        .toList();
  }

  @PatchMapping("/{email}")
  Map<String, Object> change(
      @PathVariable UUID tenantId, @PathVariable String email, @RequestBody Change change) {
    Organisation books = Known.organisation(organisations, tenantId);
    User before = Known.orMissing(books.users().find(email), "user", email);
    String role = change.role() == null ? before.role() : change.role();
    if (!User.ROLES.contains(role)) {
      throw new IllegalArgumentException("role must be one of " + User.ROLES);
    }
    boolean reporting = change.reporting() == null ? before.reporting() : change.reporting();
    User after = before.with(role, reporting, books.change());
    books.users().put(after);
    return show(after);
  }

  private static Map<String, Object> show(User user) {
    Map<String, Object> shown = new LinkedHashMap<>(user.show());
    shown.put("reporting", user.mayReport());
    return shown;
  }
}
