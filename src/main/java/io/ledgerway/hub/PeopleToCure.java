package io.ledgerway.hub;

import io.ledgerway.sql.SqlFile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Active users of the platform who have no contact in Xero, or not a clear one. Thread-safe. */
@Component
class PeopleToCure {

  private final JdbcClient jdbc;

  PeopleToCure(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param match NOT_FOUND, AMBIGUOUS, CONTACT_INACTIVE or CONTACT_MERGED
   */
  record Person(String name, String email, String match) {

    /** What is the matter, in words. */
    public String words() {
      return switch (match) {
        case "AMBIGUOUS" -> "Several contacts have this address";
        case "CONTACT_INACTIVE" -> "The contact is archived";
        case "CONTACT_MERGED" -> "The contact was merged into another";
        default -> "No contact has this address";
      };
    }
  }

  /** At most a hundred, by name. */
  List<Person> of(String company) {
    return jdbc.sql(SqlFile.read("hub/people-to-cure"))
        .param("company", company)
        .query(Person.class)
        .list();
  }
}
