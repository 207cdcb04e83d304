package io.ledgerway.sandbox.query;

import io.ledgerway.sandbox.books.Kept;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.http.XeroDates;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The records that a list call asks for.
 *
 * @param pagination null when paging is not in force
 */
public record Listing<T>(List<T> records, Map<String, Object> pagination) {

  /** xero-api.md 2.5: more records than this in one answer are refused. */
  static final int MOST = 100_000;

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  /**
   * @param sorted all records by change date, then id
   * @param since whether the resource knows {@code If-Modified-Since}
   * @param paged whether the resource knows pages
   * @param forced whether it is paged without being asked
   */
  public static <T extends Kept> Listing<T> of(
      Call call, List<T> sorted, Fields<T> fields, boolean since, boolean paged, boolean forced) {
    List<T> found = sorted;
    Predicate<T> filter = since ? since(call) : null;
    String where = call.param("where");
    if (where != null && !where.isBlank()) {
      Predicate<T> condition = Where.parse(fields, where);
      filter = filter == null ? condition : filter.and(condition);
    }
    if (filter != null) {
      found = new ArrayList<>();
      for (T record : sorted) {
        if (filter.test(record)) {
          found.add(record);
        }
      }
    }
    String order = call.param("order");
    if (order != null && !order.isBlank()) {
      found = new ArrayList<>(found);
      found.sort(Order.parse(fields, order));
    }
    boolean asked = call.param("page") != null || call.param("pageSize") != null;
    return paged && (asked || forced) ? page(call, found) : whole(found);
  }

  private static <T extends Kept> Predicate<T> since(Call call) {
    String header = call.ifModifiedSince();
    if (header == null || header.isBlank()) {
      return null;
    }
    try {
      // Whether the second itself is included is not known; leaving it out is the harder case.
      long second = XeroDates.parseSince(header.trim()).getEpochSecond();
      return record -> Math.floorDiv(record.updated(), 1000L) > second;
    } catch (DateTimeException e) {
      throw new Refusal(Answer.text(412, "The If-Modified-Since header is not a valid date"));
    }
  }

  private static <T> Listing<T> whole(List<T> found) {
    if (found.size() > MOST) {
      throw Refusal.badRequest(
          "The request would return more than %d records; use paging".formatted(MOST));
    }
    return new Listing<>(found, null);
  }

  private static <T> Listing<T> page(Call call, List<T> found) {
    int size = Math.min(Math.max(number(call, "pageSize", PAGE), 1), LARGEST_PAGE);
    int page = Math.max(number(call, "page", 1), 1);
    long from = Math.min((page - 1L) * size, found.size());
    int to = (int) Math.min(from + size, found.size());
    Map<String, Object> pagination = new LinkedHashMap<>();
    pagination.put("page", page);
    pagination.put("pageSize", size);
    pagination.put("pageCount", (found.size() + size - 1) / size);
    pagination.put("itemCount", found.size());
    return new Listing<>(found.subList((int) from, to), pagination);
  }

  private static int number(Call call, String name, int fallback) {
    String text = call.param(name);
    try {
      return text == null || text.isBlank() ? fallback : Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      return fallback;
    }
  }
}
