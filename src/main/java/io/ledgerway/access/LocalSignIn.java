package io.ledgerway.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Looks whether login and password belong together. Whether the login exists cannot be told from
 * the answer, nor from how long it takes. Thread-safe.
 */
@Component
class LocalSignIn implements AuthenticationProvider {

  static final String PERSON = "ROLE_PERSON";

  private final Users users;
  private final PasswordHashes hashes;
  private final EnvironmentPassword environment;
  private final SignInFailures failures;
  private final Audit audit;

  LocalSignIn(
      Users users,
      PasswordHashes hashes,
      EnvironmentPassword environment,
      SignInFailures failures,
      Audit audit) {
    this.users = users;
    this.hashes = hashes;
    this.environment = environment;
    this.failures = failures;
    this.audit = audit;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String login = Users.loginOf(given.getName());
    String password = String.valueOf(given.getCredentials());
    String address =
        given.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    requireAttempt(login, address);
    HubUser user = login.isEmpty() ? null : users.find(login).orElse(null);
    if (password.length() > 200 || !matches(user, login, password)) {
      failures.failed(login, address);
      audit.signIn(login, address, "WRONG_PASSWORD");
      throw new BadCredentialsException("login and password do not belong together");
    }
    // Others may have guessed meanwhile, many at once.
    requireAttempt(login, address);
    failures.forget(login, address);
    return UsernamePasswordAuthenticationToken.authenticated(
        Caller.user(user.login()),
        null,
        AuthorityUtils.createAuthorityList(
            PERSON, user.operator() ? ApiKeyFilter.OPERATOR : ApiKeyFilter.MEMBER));
  }

  private void requireAttempt(String login, String address) {
    if (failures.left(login, address) <= 0) {
      audit.signIn(login, address, "TOO_MANY_ATTEMPTS");
      throw new LockedException("too many attempts");
    }
  }

  private boolean matches(HubUser user, String login, String password) {
    if (user != null && environment.isOf(login)) {
      return user.disabledAt() == null && environment.matches(password);
    }
    boolean matches = hashes.isOf(user == null ? null : user.password(), password);
    return matches && user.disabledAt() == null;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
