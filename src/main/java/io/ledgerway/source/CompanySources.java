package io.ledgerway.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.digest.Sha256;
import io.ledgerway.reference.SettingChanges;
import io.ledgerway.secret.Secrets;
import io.ledgerway.source.ChoicesRefused.Wrong;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which sources companies have, with the secrets that those are asked with. Thread-safe. */
@Component
public class CompanySources {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 200;
  private static final int LONGEST_SECRET = 4_000;
  private static final String OF_COMPANY = SqlFile.read("source/of-company");
  private static final String PUT = SqlFile.read("source/put-source");
  private static final String LEAVE = SqlFile.read("source/leave");
  private static final String REPLAN = SqlFile.read("source/replan");
  private static final String PUT_SECRET = SqlFile.read("source/put-secret");
  private static final String PUT_CREDENTIAL = SqlFile.read("source/put-credential");
  private static final String RESUME = SqlFile.read("source/resume");
  private static final String CREDENTIAL = SqlFile.read("source/credential");
  private static final String SECRETS = SqlFile.read("source/secrets");

  private final JdbcClient jdbc;
  private final SettingChanges changes;
  private final Secrets sealing;

  CompanySources(JdbcClient jdbc, SettingChanges changes, Secrets sealing) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.sealing = sealing;
  }

  /** Those that the company was given, in the order of their names. */
  public List<CompanySource> of(String company) {
    return query(company, null);
  }

  public Optional<CompanySource> find(String company, String source) {
    return query(company, source).stream().findFirst();
  }

  private List<CompanySource> query(String company, String source) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .param("source", source, Types.VARCHAR)
        .query((row, number) -> read(row))
        .list();
  }

  /**
   * Gives a company a source, or changes what it is there. What stood in the way of asking is
   * forgotten: it is tried anew.
   *
   * @param account the source's own id of the company; null when it is not known yet
   * @throws AccountTaken when another company has that account
   * @throws ChoicesRefused when the account cannot be one
   */
  @Transactional
  public void put(String company, Source source, String account, boolean enabled) {
    if (account != null && (account.isBlank() || account.length() > LONGEST)) {
      throw new ChoicesRefused(
          List.of(new Wrong("account", "an account has 1 to " + LONGEST + " characters")));
    }
    changes.lock(company);
    boolean wasOn = find(company, source.name()).map(CompanySource::enabled).orElse(true);
    try {
      jdbc.sql(PUT)
          .param("company", company)
          .param("source", source.name())
          .param("account", account, Types.VARCHAR)
          .param("enabled", enabled)
          .update();
    } catch (DuplicateKeyException e) {
      throw new AccountTaken(source.title(), account);
    }
    if (wasOn != enabled) {
      String record = source.name() + "/enabled";
      changes.write(
          company,
          "setting",
          record,
          Set.of("setting:" + record),
          String.valueOf(wasOn),
          String.valueOf(enabled));
    }
  }

  /** Switches a source off, and forgets its account, its secrets and how far it was read. */
  @Transactional
  public void leave(String company, Source source) {
    put(company, source, null, false);
    jdbc.sql(LEAVE).param("company", company).param("source", source.name()).update();
  }

  /**
   * Keeps secrets sealed; those that are not named stay.
   *
   * @throws ChoicesRefused naming each that the source does not have or that cannot be one
   */
  @Transactional
  public void keep(String company, Source source, Map<String, String> given) {
    List<Wrong> wrong = new ArrayList<>();
    given.forEach(
        (name, secret) -> {
          if (!source.secrets().containsKey(name)) {
            wrong.add(new Wrong(name, "there is no such secret"));
          } else if (secret == null || secret.isBlank() || secret.length() > LONGEST_SECRET) {
            wrong.add(new Wrong(name, "a secret has 1 to " + LONGEST_SECRET + " characters"));
          }
        });
    if (!wrong.isEmpty()) {
      throw new ChoicesRefused(wrong);
    }
    if (find(company, source.name()).isEmpty()) {
      put(company, source, null, true);
    }
    given.forEach(
        (name, secret) ->
            jdbc.sql(PUT_SECRET)
                .param("company", company)
                .param("source", source.name())
                .param("name", name)
                .param("sealed", sealing.seal(secret, owner(company, source.name(), name)))
                .update());
    source.secrets().keySet().stream()
        .findFirst()
        .map(given::get)
        .ifPresent(
            first ->
                jdbc.sql(PUT_CREDENTIAL)
                    .param("company", company)
                    .param("source", source.name())
                    .param("credential", fingerprint(source.name(), first))
                    .update());
    changed(company, source);
  }

  /** Something that it is asked by has changed: it is tried anew. */
  public void changed(String company, Source source) {
    jdbc.sql(REPLAN).param("company", company).param("source", source.name()).update();
  }

  /** What stood in the way of asking is forgotten: somebody wants it to be tried. */
  public void resume(String company, Source source) {
    jdbc.sql(RESUME).param("company", company).param("source", source.name()).update();
  }

  /** Whose limits its requests count under; null while no secret is set. */
  public String credential(String company, String source) {
    return jdbc.sql(CREDENTIAL)
        .param("company", company)
        .param("source", source)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(found -> found)
        .orElse(null);
  }

  /** The secrets that are set, opened; for the wire alone. */
  public Map<String, String> open(String company, String source) {
    Map<String, String> opened = new LinkedHashMap<>();
    jdbc.sql(SECRETS)
        .param("company", company)
        .param("source", source)
        .query(
            row -> {
              String name = row.getString("name");
              opened.put(name, sealing.open(row.getBytes("sealed"), owner(company, source, name)));
            });
    return opened;
  }

  private static String owner(String company, String source, String name) {
    return company + "/" + source + "/" + name;
  }

  private static String fingerprint(String source, String secret) {
    return Sha256.of(source + "\n" + secret);
  }

  private static CompanySource read(ResultSet row) throws SQLException {
    return new CompanySource(
        row.getString("source"),
        row.getString("account"),
        row.getBoolean("enabled"),
        blocked(row.getString("problem")),
        row.getString("read_until"),
        Moments.of(row, "next_poll_at"),
        List.of((String[]) row.getArray("secrets").getArray()));
  }

  private static Blocked blocked(String json) {
    try {
      return json == null ? null : JSON.readValue(json, Blocked.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
