package io.ledgerway.hub;

import io.ledgerway.sql.SqlFile;
import io.ledgerway.story.DocumentCounts;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives each page what its frame shows: {@code navigation}, {@code waiting} documents, and the
 * company's time {@code zone}.
 */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

  private static final String ZONE = SqlFile.read("hub/zone");

  private final JdbcClient jdbc;
  private final DocumentCounts counts;

  Frame(JdbcClient jdbc, DocumentCounts counts) {
    this.jdbc = jdbc;
    this.counts = counts;
  }

  @ModelAttribute
  void of(Visit visit, Model model) {
    if (visit == null) {
      return;
    }
    model.addAttribute("navigation", Navigation.of(visit));
    model.addAttribute("zone", ZoneOffset.UTC);
    model.addAttribute("waiting", 0L);
    if (visit.company() != null) {
      String company = visit.company().id();
      model.addAttribute("zone", zone(company));
      Map<String, Long> states = counts.of(company);
      model.addAttribute(
          "waiting", states.getOrDefault("HELD", 0L) + states.getOrDefault("DIFFERENT", 0L));
    }
  }

  private ZoneId zone(String company) {
    return ZoneId.of(jdbc.sql(ZONE).param("company", company).query(String.class).single());
  }
}
