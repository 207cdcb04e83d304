package io.ledgerway.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The statements of the sweeps, run as their route runs them, with the settings as they come. */
final class Sweeps {

  private static final Properties SETTINGS = settings();

  private final NamedParameterJdbcTemplate jdbc;
  private final Instant now;

  Sweeps(DataSource dataSource, Instant now) {
    this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    this.now = now;
  }

  /** What one step did. */
  record Step(int seen, int removed, String after) {}

  List<String> names() {
    return jdbc.queryForList(
        "select sweep from retention_sweep order by sweep", Map.of(), String.class);
  }

  Step step(String sweep) {
    String after = jdbc.queryForObject(read("open"), Map.of("sweep", sweep), String.class);
    Map<String, Object> values = new HashMap<>();
    values.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    values.put("after", after);
    values.put("toldSources", "perk");
    values.put("sweep", sweep);
    Map<String, Object> found = jdbc.queryForMap(read(sweep), values);
    Step step =
        new Step(
            ((Number) found.get("seen")).intValue(),
            ((Number) found.get("removed")).intValue(),
            (String) found.get("after"));
    boolean whole = step.seen() == Swept.ROWS;
    values.put("whole", whole);
    values.put("removed", step.removed());
    values.put("after", whole || Boolean.TRUE.equals(found.get("goes_on")) ? step.after() : null);
    jdbc.update(read("keep-place"), values);
    return step;
  }

  /**
   * @return how many rows went
   */
  int all(String sweep) {
    int removed = 0;
    Step step;
    do {
      step = step(sweep);
      removed += step.removed();
    } while (step.seen() == Swept.ROWS);
    return removed;
  }

  /** How the database goes about a step. */
  String plan(String sweep) {
    Map<String, Object> values = new HashMap<>();
    values.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
    values.put("after", null);
    values.put("toldSources", "perk");
    return String.join("\n", jdbc.queryForList("explain " + read(sweep), values, String.class));
  }

  static Properties settings() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties texts = new Properties();
    yaml.getObject().forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  private static String read(String name) {
    try {
      String sql =
          new ClassPathResource("sql/retention/" + name + ".sql")
              .getContentAsString(StandardCharsets.UTF_8)
              .replaceAll(":#\\$\\{variable\\.(\\w+)}", ":$1");
      for (String key : SETTINGS.stringPropertyNames()) {
        sql = sql.replace(":#${properties:" + key + "}", "'" + SETTINGS.getProperty(key) + "'");
      }
      return sql;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
