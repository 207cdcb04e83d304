package io.ledgerway.company;

import io.ledgerway.export.ChosenSchedule;
import io.ledgerway.export.ExportSchedules;
import io.ledgerway.setup.CompanyState;
import io.ledgerway.source.ChoicesElsewhere;
import io.ledgerway.source.ChoicesElsewhere.Unbound;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads companies as the API shows them. Thread-safe. */
@Component
public class CompanyReader {

  private final JdbcClient jdbc;
  private final ChoicesElsewhere choices;
  private final ExportSchedules schedules;
  private final Clock clock;

  CompanyReader(JdbcClient jdbc, ChoicesElsewhere choices, ExportSchedules schedules, Clock clock) {
    this.jdbc = jdbc;
    this.choices = choices;
    this.schedules = schedules;
    this.clock = clock;
  }

  /** All companies, by id, without reports of their imports. */
  public List<CompanyView> all() {
    return read(null);
  }

  /** One company; empty when it is not set up. */
  public Optional<CompanyView> one(String company) {
    return read(company).stream().findFirst();
  }

  private List<CompanyView> read(String company) {
    return jdbc.sql(SqlFile.read("company/one"))
        .param("company", company)
        .query((row, number) -> view(row, company != null))
        .list();
  }

  private CompanyView view(ResultSet row, boolean withReport) throws SQLException {
    CompanyView.Connection connection =
        new CompanyView.Connection(
            row.getString("connection") == null ? "NOT_CONNECTED" : row.getString("connection"),
            row.getString("state_reason"),
            row.getString("tenant_id"),
            row.getString("tenant_name"),
            row.getObject("day_limit", Integer.class),
            Moments.of(row, "paused_until"),
            row.getString("pause_reason"));
    CompanyView.Import lastImport =
        CompanyView.Import.of(
            Moments.of(row, "requested_at"),
            Moments.of(row, "started_at"),
            Moments.of(row, "finished_at"),
            row.getString("problem"),
            Moments.of(row, "resumes_at"),
            withReport ? ImportReport.of(jdbc, row.getString("id")) : null);
    CompanyState state = CompanyState.valueOf(row.getString("state"));
    return new CompanyView(
        row.getString("id"),
        row.getString("name"),
        state,
        schedules.of(row.getString("id"), null).schedule().mode(),
        connection,
        row.getString("sync_at"),
        row.getString("sync_zone"),
        Moments.of(row, "next_run_at"),
        lastImport,
        CompanyView.Skipped.of(Moments.of(row, "skipped_at"), row.getString("skipped_because")),
        waitingFor(row.getString("id"), state, connection),
        review(row.getString("id")));
  }

  private List<CompanyView.Review> review(String company) {
    return choices.unbound(company).stream().map(CompanyReader::review).toList();
  }

  private static CompanyView.Review review(Unbound unbound) {
    return new CompanyView.Review(
        unbound.source()
            + "/"
            + unbound.name()
            + (unbound.value().isEmpty() ? "" : "/" + unbound.value()),
        unbound.id(),
        unbound.recordName() == null
            ? "What is chosen is not in the connected organisation. Choose another."
            : "'"
                + unbound.recordName()
                + "' is not active in the connected organisation. Choose another.");
  }

  private List<String> waitingFor(
      String company, CompanyState state, CompanyView.Connection connection) {
    List<String> reasons = new ArrayList<>();
    if (state.reason() != null) {
      reasons.add(state.reason() + " " + state.action());
    }
    if (connection.pausedUntil() != null && connection.pausedUntil().isAfter(clock.instant())) {
      reasons.add(
          "%s It goes on by itself at %s."
              .formatted(pause(connection.pauseReason()), connection.pausedUntil()));
    }
    schedules.chosen(company).values().stream()
        .map(CompanyReader::waitingFor)
        .filter(Objects::nonNull)
        .forEach(reasons::add);
    return reasons;
  }

  private static String waitingFor(ChosenSchedule chosen) {
    String whose = chosen.source() == null ? "this company" : chosen.source();
    return switch (chosen.schedule().mode()) {
      case REAL_TIME -> null;
      case OFF -> "Choose when documents go out: the exports of " + whose + " are switched off.";
      case MANUAL ->
          "Ask for an export: documents of " + whose + " go out only when somebody asks.";
      default -> "Documents of " + whose + " go out at " + chosen.next() + ".";
    };
  }

  private static String pause(String reason) {
    return "UNAVAILABLE".equals(reason)
        ? "Xero is not available at the moment."
        : "Too many requests to Xero. Please retry later.";
  }
}
