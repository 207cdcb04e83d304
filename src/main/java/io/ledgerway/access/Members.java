package io.ledgerway.access;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has which role in a company. Thread-safe. */
@Component
public class Members {

  /** An address, or a name such as admin; no control or blank among it. */
  private static final Pattern LOGIN = Pattern.compile("[^\\s\\p{Cntrl}<>\"'&;]{3,100}");

  private final JdbcClient jdbc;
  private final Users users;

  Members(JdbcClient jdbc, Users users) {
    this.jdbc = jdbc;
    this.users = users;
  }

  public List<Member> of(String company) {
    return jdbc.sql(SqlFile.read("access/members"))
        .param("company", company)
        .query(Member.class)
        .list();
  }

  public Optional<Member> one(String company, String login) {
    String known = Users.loginOf(login);
    return of(company).stream().filter(each -> each.login().equals(known)).findFirst();
  }

  /**
   * Gives somebody a role, in place of the one that they had.
   *
   * @param name for people; of whoever is here already it stays
   * @return the password that was made for somebody who was not here yet; it is shown once
   * @throws LedgerwayException {@code LOGIN_NOT_VALID}, {@code ROLE_NOT_OF_COMPANY}, {@code
   *     LAST_ADMIN}
   */
  @Transactional
  public Optional<String> put(String company, String login, String name, Role role) {
    String known = Users.loginOf(login);
    if (!LOGIN.matcher(known).matches()) {
      throw new LedgerwayException(
          "LOGIN_NOT_VALID",
          "A login is an e-mail address, or a name of 3 to 100 characters without blanks.",
          "Give the address that the person signs in with.");
    }
    if (role == Role.OPERATOR) {
      throw new LedgerwayException(
          "ROLE_NOT_OF_COMPANY",
          "An operator is one over all companies.",
          "Choose viewer, finance or admin.");
    }
    if (role != Role.ADMIN) {
      requireAnotherAdmin(company, known);
    }
    String password = MadePasswords.of(12);
    boolean added =
        users.find(known).isEmpty()
            && users.add(
                known, name == null || name.isBlank() ? known : name.strip(), password, false);
    jdbc.sql(SqlFile.read("access/put-member"))
        .param("company", company)
        .param("login", known)
        .param("role", role.name())
        .update();
    Audit.changed(null, Map.of("login", known, "role", role));
    return added ? Optional.of(password) : Optional.empty();
  }

  /**
   * Takes somebody's role away.
   *
   * @return whether they had one
   * @throws LedgerwayException {@code LAST_ADMIN}
   */
  @Transactional
  public boolean remove(String company, String login) {
    String known = Users.loginOf(login);
    requireAnotherAdmin(company, known);
    boolean removed =
        jdbc.sql(SqlFile.read("access/remove-member"))
                .param("company", company)
                .param("login", known)
                .update()
            == 1;
    if (removed) {
      Audit.changed(Map.of("login", known), null);
    }
    return removed;
  }

  /**
   * Makes another password for somebody who lost theirs.
   *
   * @return the password, shown once
   * @throws LedgerwayException {@code MEMBER_ELSEWHERE} for somebody who may do things in other
   *     companies, too: whoever resets a password can sign in with it
   */
  @Transactional
  public String resetPassword(String company, String login, boolean byOperator) {
    String known = Users.loginOf(login);
    if (!byOperator && isElsewhere(company, known)) {
      throw new LedgerwayException(
          "MEMBER_ELSEWHERE",
          "This person is a member of other companies as well.",
          "An operator of this engine can make them another password.");
    }
    String password = MadePasswords.of(12);
    users.reset(known, password);
    return password;
  }

  private boolean isElsewhere(String company, String login) {
    return jdbc.sql(SqlFile.read("access/is-elsewhere"))
        .param("company", company)
        .param("login", login)
        .query(Boolean.class)
        .single();
  }

  private void requireAnotherAdmin(String company, String login) {
    List<String> admins =
        jdbc.sql(SqlFile.read("access/lock-admins"))
            .param("company", company)
            .query(String.class)
            .list();
    if (admins.equals(List.of(login))) {
      throw new LedgerwayException(
          "LAST_ADMIN",
          "This is the company's last account admin.",
          "Make somebody else account admin first.");
    }
  }
}
