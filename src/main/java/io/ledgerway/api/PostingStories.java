package io.ledgerway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.trace.TraceContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads documents of the ledger with all that happened to them. Thread-safe. */
@Component
class PostingStories {

  /** What to show of a company's documents; a null is no condition. */
  record Filter(
      String state,
      String kind,
      String sourceId,
      String employee,
      LocalDate from,
      LocalDate to,
      UUID export,
      String receipts,
      UUID cursor) {

    /** Each has indexes of its own to find them by. */
    String statement() {
      if (receipts != null) {
        return "api/postings-with-receipts";
      }
      boolean looksInside = kind != null || employee != null || from != null || to != null;
      return looksInside ? "api/postings-found" : "api/postings";
    }

    static Filter ofExport(UUID export, String state, UUID cursor) {
      return new Filter(state, null, null, null, null, null, export, null, cursor);
    }
  }

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  PostingStories(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Page<PostingView> page(String company, Filter filter, int limit) {
    List<Row> rows =
        jdbc.sql(SqlFile.read(filter.statement()))
            .param("company", company)
            .param("before", filter.cursor())
            .param("state", filter.state())
            .param("export", filter.export())
            .param("kind", filter.kind())
            .param("sourceId", filter.sourceId())
            .param("employee", filter.employee())
            .param("from", filter.from())
            .param("to", filter.to())
            .param("receipts", filter.receipts())
            .param("limit", limit + 1)
            .query((row, number) -> row(row, false))
            .list();
    return Page.of(withStories(rows), limit, PostingView::id);
  }

  Optional<PostingView> one(String company, UUID id) {
    List<Row> rows =
        jdbc.sql(SqlFile.read("api/posting"))
            .param("company", company)
            .param("id", id)
            .query((row, number) -> row(row, true))
            .list();
    return withStories(rows).stream().findFirst();
  }

  private List<PostingView> withStories(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<PostingView.Step>> steps = new HashMap<>();
    jdbc.sql(SqlFile.read("api/story"))
        .param("postings", rows.stream().map(row -> row.view().id()).toArray(UUID[]::new))
        .query(
            row -> {
              steps
                  .computeIfAbsent(
                      row.getObject("posting", UUID.class), id -> new java.util.ArrayList<>())
                  .add(step(row));
            });
    Map<UUID, List<PostingView.Attempt>> attempts = attempts(steps);
    Map<UUID, List<PostingView.Receipt>> receipts =
        receipts(rows.stream().map(row -> row.view().id()).toList());
    return rows.stream()
        .map(
            row -> {
              List<PostingView.Step> history = steps.getOrDefault(row.view().id(), List.of());
              List<PostingView.Attempt> calls =
                  history.stream()
                      .map(PostingView.Step::batch)
                      .filter(Objects::nonNull)
                      .distinct()
                      .flatMap(batch -> attempts.getOrDefault(batch, List.of()).stream())
                      .toList();
              return row.with(history, calls, receipts.getOrDefault(row.view().id(), List.of()));
            })
        .toList();
  }

  private Map<UUID, List<PostingView.Receipt>> receipts(List<UUID> postings) {
    Map<UUID, List<PostingView.Receipt>> receipts = new HashMap<>();
    jdbc.sql(SqlFile.read("receipt/of-postings"))
        .param("postings", postings.toArray(UUID[]::new))
        .query(
            row -> {
              receipts
                  .computeIfAbsent(
                      row.getObject("posting", UUID.class), id -> new java.util.ArrayList<>())
                  .add(receipt(row));
            });
    return receipts;
  }

  private PostingView.Receipt receipt(ResultSet row) throws SQLException {
    return new PostingView.Receipt(
        row.getObject("id", UUID.class),
        row.getString("source_id"),
        row.getString("kind"),
        row.getString("file_name"),
        row.getString("state"),
        tree(row.getString("problems")),
        row.getInt("attempts"),
        Moments.of(row, "due_at"),
        row.getString("name"),
        row.getString("content_type"),
        row.getObject("size", Long.class),
        row.getString("sha256"),
        row.getString("xero_id"),
        Moments.of(row, "changed_at"));
  }

  private Map<UUID, List<PostingView.Attempt>> attempts(Map<UUID, List<PostingView.Step>> steps) {
    UUID[] batches =
        steps.values().stream()
            .flatMap(List::stream)
            .map(PostingView.Step::batch)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    return jdbc
        .sql(SqlFile.read("api/attempts"))
        .param("batches", batches)
        .query((row, n) -> attempt(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(PostingView.Attempt::batch));
  }

  private Row row(ResultSet row, boolean whole) throws SQLException {
    return new Row(
        new PostingView(
            row.getObject("id", UUID.class),
            row.getString("source"),
            row.getString("source_id"),
            row.getInt("version"),
            row.getString("kind"),
            row.getString("resource"),
            row.getObject("document_date", LocalDate.class),
            row.getString("currency"),
            row.getBigDecimal("total"),
            row.getString("employee"),
            row.getString("merchant"),
            row.getString("state"),
            tree(row.getString("problems")),
            texts(row.getArray("waits_for")),
            row.getString("marker"),
            row.getString("xero_id"),
            Moments.of(row, "received_at"),
            Moments.of(row, "changed_at"),
            row.getObject("export_run", UUID.class),
            null,
            null,
            whole ? row.getString("event") : null,
            whole ? row.getString("document") : null,
            whole && row.getString("confirmation") != null
                ? new PostingView.Confirmation(
                    row.getString("confirmation"),
                    row.getString("confirmation_note"),
                    Moments.of(row, "confirmation_at"))
                : null,
            null,
            PostingView.Removed.of(
                Moments.of(row, "contents_removed_at"), row.getString("contents_removed_by")),
            whole ? TraceContext.idIn(row.getString("trace")) : null));
  }

  private PostingView.Step step(ResultSet row) throws SQLException {
    return new PostingView.Step(
        row.getString("state"),
        row.getInt("version"),
        Moments.of(row, "at"),
        tree(row.getString("problems")),
        row.getObject("batch", UUID.class),
        row.getString("xero_id"),
        Moments.of(row, "told_at"),
        row.getObject("export_run", UUID.class));
  }

  private static PostingView.Attempt attempt(ResultSet row) throws SQLException {
    return new PostingView.Attempt(
        row.getObject("batch", UUID.class),
        row.getString("idempotency_key"),
        row.getString("request_hash"),
        row.getInt("size"),
        row.getString("method"),
        Moments.of(row, "started_at"),
        Moments.of(row, "finished_at"),
        row.getObject("status", Integer.class),
        row.getString("correlation_id"),
        row.getString("error_code"));
  }

  private JsonNode tree(String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private record Row(PostingView view) {
    PostingView with(
        List<PostingView.Step> history,
        List<PostingView.Attempt> attempts,
        List<PostingView.Receipt> receipts) {
      return new PostingView(
          view.id(),
          view.source(),
          view.sourceId(),
          view.version(),
          view.kind(),
          view.resource(),
          view.date(),
          view.currency(),
          view.total(),
          view.employee(),
          view.merchant(),
          view.state(),
          view.problems(),
          view.waitsFor(),
          view.marker(),
          view.xeroId(),
          view.receivedAt(),
          view.changedAt(),
          view.export(),
          history,
          attempts,
          view.event(),
          view.document(),
          view.confirmation(),
          receipts,
          view.contentsRemoved(),
          view.trace());
    }
  }
}
