package io.ledgerway.story;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/** A page of a list. */
public record Page<T>(
    List<T> items,
    @Schema(description = "Give this as 'cursor' to get what follows; missing on the last page.")
        String next) {

  /** The page of what was found when one more than the page holds was asked for. */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, ?> id) {
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? id.apply(items.get(limit - 1)).toString() : null);
  }
}
