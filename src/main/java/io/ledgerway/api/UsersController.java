package io.ledgerway.api;

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
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The platform's users, for platforms that have no topic to send them on. */
@RestController
@Validated
@RequestMapping("/api/v1/companies/{company}/users")
@Tag(name = "People", description = "Users of the platform, matched to contacts of Xero's")
class UsersController {

  /** A user as the platform knows them. */
  @Schema(name = "PlatformUser")
  record PlatformUser(
      @NotBlank @Email @Size(max = 320) String email,
      @NotNull Boolean active,
      @Size(max = 255) String firstName,
      @Size(max = 255) String lastName) {}

  private final People people;

  UsersController(People people) {
    this.people = people;
  }

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
