package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.secret.Secrets;
import io.ledgerway.sql.SqlFile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with an encryption key that opens nothing of what is stored: every company would
 * stand still while the engine looks well.
 */
@Component
class KeyFitsStore implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFitsStore.class);
  private static final String SEALED_IN_USE = SqlFile.read("connection/sealed-in-use");

  private final JdbcClient jdbc;
  private final Secrets secrets;

  KeyFitsStore(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  @Override
  public void afterPropertiesSet() {
    List<Boolean> opened =
        jdbc.sql(SEALED_IN_USE)
            .query((row, number) -> opens(row.getBytes("sealed"), row.getString("owner")))
            .list();
    if (!opened.isEmpty() && !opened.contains(true)) {
      throw new LedgerwayException(
          "ENCRYPTION_KEY_WRONG",
          "No key of LEDGERWAY_ENCRYPTION_KEY opens the tokens that are stored",
          "Set it to the key that this database was used with; to change keys, put the new one in"
              + " front of it.");
    }
    if (opened.contains(false)) {
      LOG.warn(
          "event=encryption_key_lacking keys={} hint=\"some connections were stored with a key that"
              + " LEDGERWAY_ENCRYPTION_KEY no longer has: add it, or connect them again\"",
          opened.stream().filter(opens -> !opens).count());
    }
  }

  private boolean opens(byte[] sealed, String owner) {
    try {
      secrets.open(sealed, owner);
      return true;
    } catch (LedgerwayException e) {
      return false;
    }
  }
}
