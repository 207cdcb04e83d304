package io.ledgerway.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.trace.TraceContext;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads documents of the ledger with all that happened to them. Thread-safe. */
@Component
public class PostingStories {

  /** What to show of a company's documents; a null is no condition. */
  public record Filter(
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
        return "story/postings-with-receipts";
      }
      boolean looksInside = kind != null || employee != null || from != null || to != null;
      return looksInside ? "story/postings-found" : "story/postings";
    }

    public static Filter ofExport(UUID export, String state, UUID cursor) {
      return new Filter(state, null, null, null, null, null, export, null, cursor);
    }

    Filter before(UUID id) {
      return new Filter(state, kind, sourceId, employee, from, to, export, receipts, id);
    }
  }

  private static final int LOT = 250;
  private static final int MOST_LOOKED_THROUGH = 5_000;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  PostingStories(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Each with its story. */
  public Page<PostingView> page(String company, Filter filter, int limit) {
    return Page.of(withStories(rows(company, filter, limit + 1)), limit, PostingView::id);
  }

  /**
   * What was found.
   *
   * @param next before which more may be found; null when there is no more
   * @param lookedBackTo null unless it was left off there because much was looked through
   */
  public record Found(List<PostingView> documents, UUID next, Instant lookedBackTo) {}

  /**
   * Those that also fit what no index knows, without their stories. So many are looked through and
   * no more, however few of them fit: the next page goes on from there.
   */
  public Found found(String company, Filter filter, Predicate<PostingView> fits, int limit) {
    List<PostingView> found = new ArrayList<>();
    UUID last = filter.cursor();
    Instant back = null;
    for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += LOT) {
      List<Row> lot = rows(company, filter.before(last), LOT);
      for (Row row : lot) {
        if (fits.test(row.view())) {
          if (found.size() == limit) {
            return new Found(found, found.get(limit - 1).id(), null);
          }
          found.add(row.view());
        }
        last = row.view().id();
        back = row.view().receivedAt();
      }
      if (lot.size() < LOT) {
        return new Found(found, null, null);
      }
    }
    return new Found(found, last, back);
  }

  private List<Row> rows(String company, Filter filter, int limit) {
    return jdbc.sql(SqlFile.read(filter.statement()))
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
        .param("limit", limit)
        .query((row, number) -> row(row, false))
        .list();
  }

  public Optional<PostingView> one(String company, UUID id) {
    List<Row> rows =
        jdbc.sql(SqlFile.read("story/posting"))
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
    jdbc.sql(SqlFile.read("story/story"))
        .param("postings", rows.stream().map(row -> row.view().id()).toArray(UUID[]::new))
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("posting", UUID.class), id -> new ArrayList<>())
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
                  .computeIfAbsent(row.getObject("posting", UUID.class), id -> new ArrayList<>())
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
        .sql(SqlFile.read("story/attempts"))
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
