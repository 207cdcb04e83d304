package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.expensify.behaviour.Behaviour.TagShape;
import io.ledgerway.sandbox.expensify.company.Tag;
import io.ledgerway.sandbox.expensify.company.TagLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two shapes of tags: sources.md 1.3 d. */
final class TagView {

  private TagView() {}

  static List<?> of(List<TagLevel> levels, TagShape shape) {
    boolean flat =
        shape == TagShape.FLAT || (shape == TagShape.AS_LEVELS_NEED && levels.size() == 1);
    return flat
        ? flat(levels)
        : levels.stream()
            .map(
                level ->
                    Map.of(
                        "name",
                        level.name(),
                        "tags",
                        level.tags().stream().map(TagView::tag).toList()))
            .toList();
  }

  /** The tags of one level as they are; of more, every combination as {@code Parent:Child}. */
  private static List<Map<String, Object>> flat(List<TagLevel> levels) {
    List<Tag> all = levels.isEmpty() ? List.of() : levels.get(0).tags();
    for (TagLevel next : levels.subList(Math.min(1, levels.size()), levels.size())) {
      List<Tag> deeper = new ArrayList<>();
      for (Tag parent : all) {
        for (Tag child : next.tags()) {
          deeper.add(
              new Tag(
                  parent.name() + ":" + child.name(),
                  parent.enabled() && child.enabled(),
                  child.glCode()));
        }
      }
      all = deeper;
    }
    return all.stream().map(TagView::tag).toList();
  }

  /** A tag without a code has no such field. */
  private static Map<String, Object> tag(Tag tag) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", tag.name());
    shown.put("enabled", tag.enabled());
    if (!tag.glCode().isEmpty()) {
      shown.put("glCode", tag.glCode());
    }
    return shown;
  }
}
