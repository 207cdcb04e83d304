package io.ledgerway.mapping;

import io.ledgerway.cause.SourceCauses;
import io.ledgerway.mapping.MappingFunction.Arguments;
import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.source.Source.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other documents that this one depends on, as a payment does on its invoice. */
final class PostedFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "posted",
              "source, kind, id, field?",
              "{id, resource, version} of the document that another one became in Xero: its Xero id"
                  + " and resource. While it does not stand there, this one is held, and goes out"
                  + " by itself once it does.",
              PostedFunctions::posted));

  private PostedFunctions() {}

  private static Object posted(Evaluation evaluation, Arguments given) {
    String source = given.text(0, "");
    String kind = given.text(1, "");
    String field = given.text(3, kind);
    String id = LookupFunctions.required(evaluation, given.text(2), field);
    if (id == null) {
      return null;
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      // What is held for it is written down in one line, and would wait for another document.
      throw new IllegalArgumentException("no document has an id with control characters");
    }
    Optional<PostedDocument> found = evaluation.posted(source, id);
    if (found.isEmpty()) {
      evaluation.note(SourceCauses.notPosted(source, noun(evaluation, source, kind), id, field));
      return null;
    }
    if (!found.get().kind().equals(kind)) {
      throw new IllegalArgumentException(
          "'%s' is of the kind %s, not %s".formatted(id, found.get().kind(), kind));
    }
    Map<String, Object> standing = new LinkedHashMap<>();
    standing.put("id", found.get().xeroId());
    standing.put("resource", found.get().resource());
    standing.put("version", BigDecimal.valueOf(found.get().version()));
    return standing;
  }

  private static String noun(Evaluation evaluation, String source, String kind) {
    return evaluation
        .sourceNamed(source)
        .map(known -> known.kinds().get(kind))
        .map(Kind::noun)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no source '%s' with a kind '%s'".formatted(source, kind)));
  }
}
