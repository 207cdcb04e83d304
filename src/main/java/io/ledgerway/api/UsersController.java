package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.reference.People;
import io.ledgerway.reference.User;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The platform's users, for platforms that have no topic to send them on. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/users")
@Tag(name = "People")
class UsersController {

  /** A user as the platform knows them. */
  @Schema(
      name = "PlatformUser",
      example = "{\"email\": \"ada.kerr@acme.example\", \"active\": true, \"firstName\": \"Ada\"}")
  record PlatformUser(
      @NotBlank @Email @Size(max = 320) String email,
      @NotNull Boolean active,
      @Size(max = 255) String firstName,
      @Size(max = 255) String lastName) {}

  private final People people;

  UsersController(People people) {
    this.people = people;
  }

  @GetMapping("/{id}")
  @Operation(summary = "A user as the platform told of them")
  PlatformUser get(@PathVariable String company, @PathVariable String id) {
    User user = people.find(company, id).orElseThrow(() -> unknown(id));
    return new PlatformUser(user.email(), user.active(), user.firstName(), user.lastName());
  }

  @Allowed(Role.ADMIN)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Forget a user; to say only that they left, PUT active false",
      description =
          "The sources are told that they are inactive. Documents of theirs stay as they are.")
  void delete(@PathVariable String company, @PathVariable String id) {
    if (!people.remove(company, id)) {
      throw unknown(id);
    }
  }

  private static WrongRequest unknown(String id) {
    return WrongRequest.notFound(
        "There is no user '" + id + "' of this company", "PUT tells of one that is new.");
  }

  @Allowed(Role.ADMIN)
  @PutMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Tell of a user; reference-data/user tells which contact they are matched to")
  void put(
      @PathVariable String company,
      @PathVariable @Size(max = 100) String id,
      @Valid @RequestBody PlatformUser user) {
    people.put(
        company,
        List.of(new User(id, user.email(), user.active(), user.firstName(), user.lastName())));
  }
}
