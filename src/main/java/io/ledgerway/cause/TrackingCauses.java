package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.TrackingOption;
import java.util.List;
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
