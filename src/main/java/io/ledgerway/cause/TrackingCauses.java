package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.TrackingOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with the tracking of a line. */
public final class TrackingCauses {

  private TrackingCauses() {}

  public static Problem unknown(String id, String field) {
    return Cause.COST_OBJECT_UNKNOWN.at(field, List.of(KeyKind.TRACKING_OPTION.of(id)), id);
  }

  public static Optional<Problem> archived(TrackingOption option, String field) {
    return option.active()
        ? Optional.empty()
        : Optional.of(Cause.COST_OBJECT_ARCHIVED.at(field, keys(option), named(option)));
  }

  /** As {@link #archived(TrackingOption, String)}; another one may come to have its name. */
  public static Problem archived(TrackingOption option, String name, String field) {
    List<String> keys = new ArrayList<>(keys(option));
    keys.add(keyOfName(option.categoryId(), name));
    return Cause.COST_OBJECT_ARCHIVED.at(field, keys, named(option));
  }

  /**
   * @param category its TrackingCategoryID
   */
  public static Problem notFound(Books books, String category, String name, String field) {
    return Cause.TRACKING_OPTION_NOT_FOUND.at(
        field,
        List.of(keyOfName(category, name), KeyKind.TRACKING_CATEGORY.of(category)),
        name,
        books.trackingCategoryName(category).orElse(category));
  }

  private static String keyOfName(String category, String name) {
    return KeyKind.TRACKING_OPTION_NAME.of(category + "/" + name.toLowerCase(Locale.ROOT));
  }

  public static Optional<Problem> notImported(TrackingOption option, String field) {
    return option.imported()
        ? Optional.empty()
        : Optional.of(
            Cause.COST_OBJECT_NOT_IMPORTED.at(
                field, List.of(KeyKind.TRACKING_OPTION.of(option.id())), named(option)));
  }

  public static Problem clash(int options, String field) {
    return Cause.COST_OBJECTS_CLASH.at(field, List.of(), options);
  }

  /** An option is as good as archived when its category is. */
  public static List<String> keys(TrackingOption option) {
    return List.of(
        KeyKind.TRACKING_OPTION.of(option.id()), KeyKind.TRACKING_CATEGORY.of(option.categoryId()));
  }

  /** As people know it, e.g. {@code Region: North}. */
  public static String named(TrackingOption option) {
    return option.categoryName() + ": " + option.name();
  }
}
