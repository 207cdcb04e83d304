package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.ApiKeys;
import io.ledgerway.access.Members;
import io.ledgerway.access.Role;
import io.ledgerway.problem.LedgerwayException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may do what in a company, and the keys of its programs. */
@Controller
@Hidden
@Allowed(Role.ADMIN)
@RequestMapping("/people")
class PeoplePages {

  private static final List<Role> ROLES = List.of(Role.VIEWER, Role.FINANCE, Role.ADMIN);

  private final Members members;
  private final ApiKeys keys;

  PeoplePages(Members members, ApiKeys keys) {
    this.members = members;
    this.keys = keys;
  }

  @GetMapping
  String page(Visit visit, Model model) {
    String company = WrongAddress.companyOf(visit);
    model.addAttribute("members", members.of(company));
    model.addAttribute("keys", keys.of(company));
    model.addAttribute("roles", ROLES);
    return "hub/people";
  }

  /** A password that was made is shown on this answer, and on no other. */
  @PostMapping("/members")
  String giveRole(
      Visit visit,
      @RequestParam String login,
      @RequestParam(defaultValue = "") String name,
      @RequestParam Role role,
      Model model,
      HttpServletResponse response) {
    try {
      members
          .put(visit.company().id(), login, name, role)
          .ifPresent(password -> show("Password of " + login.strip(), password, model));
      model.addAttribute(
          "done", login.strip() + " is " + role.word().toLowerCase(Locale.ROOT) + " now.");
    } catch (LedgerwayException e) {
      refused(e, model, response);
    }
    return page(visit, model);
  }

  @PostMapping("/members/remove")
  String takeRoleAway(
      Visit visit, @RequestParam String login, Model model, HttpServletResponse response) {
    try {
      members.remove(visit.company().id(), login);
      model.addAttribute("done", login + " is no member of this company any more.");
    } catch (LedgerwayException e) {
      refused(e, model, response);
    }
    return page(visit, model);
  }

  @PostMapping("/members/password")
  String makeAnotherPassword(
      Visit visit, @RequestParam String login, Model model, HttpServletResponse response) {
    try {
      members.one(visit.company().id(), login).orElseThrow(WrongAddress::noSuchPage);
      show(
          "Password of " + login,
          members.resetPassword(visit.company().id(), login, visit.may(Role.OPERATOR)),
          model);
    } catch (LedgerwayException e) {
      refused(e, model, response);
    }
    return page(visit, model);
  }

  @PostMapping("/keys")
  String makeKey(
      Visit visit,
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate lastDay,
      Model model,
      HttpServletResponse response) {
    if (name.isBlank() || name.length() > 100 || !ROLES.contains(role)) {
      response.setStatus(422);
      model.addAttribute("notDone", "A key has a name of 1 to 100 characters.");
    } else {
      ZoneId zone = (ZoneId) model.getAttribute("zone");
      ApiKeys.Made made =
          keys.make(
              visit.company().id(),
              name.strip(),
              role,
              lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(zone).toInstant(),
              visit.login());
      show("Key " + name.strip(), made.key(), model);
    }
    return page(visit, model);
  }

  @PostMapping("/keys/end")
  String endKey(Visit visit, @RequestParam UUID key, RedirectAttributes told) {
    keys.revoke(visit.company().id(), key);
    told.addFlashAttribute("done", "The key has ended.");
    return "redirect:/people?company=" + visit.company().id();
  }

  private static void show(String what, String secret, Model model) {
    model.addAttribute("secretOf", what);
    model.addAttribute("secret", secret);
  }

  private static void refused(
      LedgerwayException refused, Model model, HttpServletResponse response) {
    response.setStatus(422);
    model.addAttribute("notDone", refused.plainMessage());
    model.addAttribute("hint", refused.hint());
  }
}
