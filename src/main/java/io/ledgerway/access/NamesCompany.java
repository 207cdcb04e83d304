package io.ledgerway.access;

import java.util.Map;
import java.util.Optional;

/** Knows which company a page is about whose address does not say so. */
public interface NamesCompany {

  /**
   * @param pattern of the page, such as {@code /postings/{id}}
   * @param variables what stands in the address for the pattern's variables
   * @return the company; empty when it is none of this one's pages, or there is no such thing
   */
  Optional<String> companyOf(String pattern, Map<String, String> variables);
}
