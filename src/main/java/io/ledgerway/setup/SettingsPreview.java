package io.ledgerway.setup;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What completing the draft would change at the platform. */
@Schema(name = "SettingsPreview")
public record SettingsPreview(
    @Schema(description = "Records that the platform would come to know.") int selected,
    @Schema(description = "Records that would become inactive at the platform.") int deselected,
    @Schema(description = "Records that would become something else, such as a custom field.")
        int changed,
    @Schema(
            description =
                "Documents that have not gone out yet and name a record that would be deselected or"
                    + " changed. Those with a deselected one will be held.")
        int documentsTouched,
    @Schema(description = "At most 500.") List<Change> changes) {

  @Schema(name = "PreviewedChange")
  public record Change(
      String kind,
      String id,
      String code,
      String name,
      @Schema(description = "What it is now; missing when it is not imported.") String from,
      @Schema(description = "What it would be; missing when it would not be imported.")
          String to) {}

  static SettingsPreview of(List<Choosable> differing, int documentsTouched) {
    return new SettingsPreview(
        count(differing.stream().filter(each -> each.importedAs() == null).count()),
        count(differing.stream().filter(each -> each.chosenAs() == null).count()),
        count(
            differing.stream()
                .filter(each -> each.importedAs() != null && each.chosenAs() != null)
                .count()),
        documentsTouched,
        differing.stream()
            .limit(500)
            .map(
                each ->
                    new Change(
                        each.kind(),
                        each.id(),
                        each.code(),
                        each.name(),
                        each.importedAs(),
                        each.chosenAs()))
            .toList());
  }

  private static int count(long records) {
    return Math.toIntExact(records);
  }
}
