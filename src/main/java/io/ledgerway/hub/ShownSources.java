package io.ledgerway.hub;

import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What sources and their kinds are called, as their files say. Thread-safe. */
@Component
class ShownSources {

  private final Sources sources;

  ShownSources(Sources sources) {
    this.sources = sources;
  }

  /** For people; of what is no longer here, its name. */
  public String title(String source) {
    return sources.find(source).map(Source::title).orElse(source);
  }

  /** The words of a kind's name: it tells apart what a source calls by the same noun. */
  public String kind(String kind) {
    String words = kind.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What people call a document of it. */
  public String noun(String source, String kind) {
    return sources.noun(source + "/" + kind);
  }

  public Sources all() {
    return sources;
  }

  /** Names of all kinds that there are. */
  public Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    sources.all().forEach(source -> kinds.addAll(source.kinds().keySet()));
    return kinds;
  }
}
