package io.ledgerway.hub;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.LocalAddress;
import io.ledgerway.access.Oneself;
import io.ledgerway.access.Open;
import io.ledgerway.access.Role;
import io.ledgerway.access.Scope;
import io.ledgerway.access.Users;
import io.ledgerway.problem.LedgerwayException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and choosing a password of one's own. */
@Controller
@Hidden
class SignInPages {

  private final Users users;

  SignInPages(Users users) {
    this.users = users;
  }

  @GetMapping("/sign-in")
  @Open("It asks who somebody is.")
  String signIn(
      @RequestParam(required = false) String to,
      @RequestParam(required = false) Integer left,
      @RequestParam(required = false) String ended,
      @RequestParam(required = false) String out,
      Model model) {
    model.addAttribute("to", LocalAddress.of(to));
    if (left != null) {
      model.addAttribute(
          "problem",
          left > 0
              ? "Login and password do not belong together."
              : "Too many attempts. Nothing is tried for 15 minutes.");
      model.addAttribute("attemptsLeft", left > 0 && left < 5 ? left : null);
    } else if (ended != null) {
      model.addAttribute("problem", "Your session has ended. Sign in again; nothing was changed.");
    } else if (out != null) {
      model.addAttribute("notice", "You are signed out.");
    }
    return "hub/sign-in";
  }

  @GetMapping("/new-password")
  @Allowed(Role.VIEWER)
  @Oneself
  String newPassword() {
    return "hub/new-password";
  }

  @PostMapping("/new-password")
  @Allowed(Role.VIEWER)
  @Oneself
  String changeOwnPassword(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      if (!password.equals(again)) {
        throw new LedgerwayException(
            "PASSWORDS_DIFFER", "The two are not the same.", "Type the password again.");
      }
      users.changePassword(
          Scope.of(request).standing().caller(), password, request.getSession().getId());
      return "redirect:/";
    } catch (LedgerwayException e) {
      response.setStatus(422);
      model.addAttribute("problem", e.plainMessage() + " " + e.hint());
      return "hub/new-password";
    }
  }
}
