package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Member;
import io.ledgerway.access.Members;
import io.ledgerway.access.Role;
import io.ledgerway.access.Standings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who uses the hub for a company, and what they may do. */
@RestController
@Allowed(Role.ADMIN)
@RequestMapping("/api/v1/companies/{company}/members")
@Tag(name = "Members")
class MembersController {

  /** What somebody is in a company. */
  @Schema(name = "Membership", example = "{\"name\": \"Ada Kerr\", \"role\": \"FINANCE\"}")
  record Membership(
      @Schema(description = "For people; of whoever is here already it stays.") @Size(max = 200)
          String name,
      @Schema(description = "VIEWER, FINANCE or ADMIN") @NotNull Role role) {}

  /** The password that was made, to be passed on. */
  @Schema(name = "MadePassword")
  record Password(
      @Schema(
              description =
                  "Shown this once; to be changed at the first sign-in. Null for whoever"
                      + " has one.")
          String password) {}

  private final Members members;
  private final KnownCompanies companies;
  private final Standings standings;

  MembersController(Members members, KnownCompanies companies, Standings standings) {
    this.members = members;
    this.companies = companies;
    this.standings = standings;
  }

  @GetMapping
  @Operation(summary = "The company's members")
  List<Member> members(@PathVariable String company) {
    companies.require(company);
    return members.of(company);
  }

  @PutMapping("/{login}")
  @Operation(summary = "Make somebody a member, or change their role")
  Password put(
      @PathVariable String company,
      @PathVariable @Size(max = 100) String login,
      @Valid @RequestBody Membership membership) {
    companies.require(company);
    return new Password(
        members.put(company, login, membership.name(), membership.role()).orElse(null));
  }

  @DeleteMapping("/{login}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a member's role away")
  void delete(@PathVariable String company, @PathVariable String login) {
    companies.require(company);
    if (!members.remove(company, login)) {
      throw unknown(login);
    }
  }

  @PostMapping("/{login}/password")
  @Operation(
      summary = "Make another password for a member who lost theirs",
      description = "Their sessions end. Of a member of other companies, too, an operator may.")
  Password password(@PathVariable String company, @PathVariable String login) {
    companies.require(company);
    if (members.one(company, login).isEmpty()) {
      throw unknown(login);
    }
    return new Password(
        members.resetPassword(company, login, standings.now().orElseThrow().operator()));
  }

  private static WrongRequest unknown(String login) {
    return WrongRequest.notFound(
        "There is no member '" + login + "' of this company", "PUT makes somebody one.");
  }
}
