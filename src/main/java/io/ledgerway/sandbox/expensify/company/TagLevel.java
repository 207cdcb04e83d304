package io.ledgerway.sandbox.expensify.company;

import java.util.List;

/** A level of tags, such as a cost centre. */
public record TagLevel(String name, List<Tag> tags) {

  /** The code of a tag; empty when there is none. */
  String glCode(String tag) {
    return tags.stream()
        .filter(one -> one.name().equals(tag))
        .map(Tag::glCode)
        .findFirst()
        .orElse("");
  }
}
