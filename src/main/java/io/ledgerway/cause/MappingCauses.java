package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import java.util.List;

/** What only a mapping can get wrong, and only whoever writes mappings can mend. */
public final class MappingCauses {

  private final List<String> keys;
  private final String mapping;

  /**
   * @param mapping its name, e.g. {@code source/kind}
   */
  public MappingCauses(String mapping) {
    this.mapping = mapping;
    this.keys = List.of(KeyKind.MAPPING.of(mapping));
  }

  public Problem contactMissing(String noun) {
    return Cause.CONTACT_MISSING.at("Contact", keys, noun);
  }

  public Problem markerMissing(String markerField, int longest) {
    return Cause.MARKER_MISSING.at(markerField, keys, markerField, longest);
  }

  public Problem urlUnusable(String url) {
    return Cause.URL_UNUSABLE.at("Url", keys, url);
  }

  public Problem malformed(String what, String field) {
    return Cause.DOCUMENT_MALFORMED.at(field, keys, mapping, what);
  }

  public Problem notAsItCame(String what) {
    return Cause.NOT_AS_IT_CAME.at("lines", keys, mapping, what);
  }

  public Problem notStorable(String said) {
    return Cause.NOT_STORABLE.at(null, keys, mapping, said);
  }

  /**
   * @param reference by which the log has it whole
   */
  public Problem unexpected(String reference) {
    return Cause.UNEXPECTED_ERROR.about(null, keys, List.of(), List.of(reference));
  }

  public Problem failed(String said) {
    return Cause.MAPPING_FAILED.at(null, keys, mapping, said);
  }
}
