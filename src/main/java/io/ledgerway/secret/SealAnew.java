package io.ledgerway.secret;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At start, all that was sealed with another key than the first is sealed with that one: once each
 * engine has begun with it in front, the older key is needed no more. What no key opens stays.
 */
@Component
@DependsOnDatabaseInitialization
class SealAnew implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(SealAnew.class);

  private final JdbcClient jdbc;
  private final Secrets secrets;

  SealAnew(JdbcClient jdbc, Secrets secrets) {
    this.jdbc = jdbc;
    this.secrets = secrets;
  }

  private record Sealed(String place, String id, String owner, byte[] sealed) {}

  @Override
  public void afterPropertiesSet() {
    List<Sealed> otherwise =
        jdbc.sql(SqlFile.read("secret/sealed-otherwise"))
            .param("first", secrets.sealedWith())
            .query(
                (row, number) ->
                    new Sealed(
                        row.getString("place"),
                        row.getString("id"),
                        row.getString("owner"),
                        row.getBytes("sealed")))
            .list();
    long anew = otherwise.stream().filter(this::sealAnew).count();
    if (!otherwise.isEmpty()) {
      LOG.info("event=sealed_anew secrets={} left={}", anew, otherwise.size() - anew);
    }
  }

  private boolean sealAnew(Sealed each) {
    try {
      jdbc.sql(SqlFile.read("secret/seal-" + each.place()))
          .param("anew", secrets.seal(secrets.open(each.sealed(), each.owner()), each.owner()))
          .param("id", each.id())
          .param("before", each.sealed())
          .update();
      return true;
    } catch (LedgerwayException noKeyOpensIt) {
      return false;
    }
  }
}
