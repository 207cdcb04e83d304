package io.ledgerway.edition;

import io.ledgerway.problem.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Both folders as they stood at one time, copied to where nobody edits them. Immutable.
 *
 * @param version the same for the same files, on every instance
 * @param folder holds the copies, and is its own
 * @param edited the folders that were copied
 * @param stamps what its files looked like there: size and time, by path
 * @param since when it was copied
 */
public record Edition(
    String version, Path folder, EditedFolders edited, Map<String, String> stamps, Instant since) {

  static final String ROUTES = "routes";
  static final String MAPPINGS = "mappings";

  public Path routes() {
    return folder.resolve(ROUTES);
  }

  public Path mappings() {
    return folder.resolve(MAPPINGS);
  }

  /** The same, of files that were written anew and say what they said. */
  public Edition touched(Map<String, String> now) {
    return new Edition(version, folder, edited, now, since);
  }

  /** The file that people edit, of one of the copies. */
  public Path editable(Path copy) {
    if (copy.startsWith(routes())) {
      return edited.routes().resolve(routes().relativize(copy));
    }
    return copy.startsWith(mappings())
        ? edited.mappings().resolve(mappings().relativize(copy))
        : copy;
  }

  /** Mistakes found in the copies, told of the files that people edit. */
  public List<Mistake> toldOfEditable(List<Mistake> found) {
    return found.stream()
        .map(
            mistake ->
                new Mistake(
                    editable(Path.of(mistake.file())).toString(),
                    mistake.line(),
                    mistake.column(),
                    inWords(mistake.what()),
                    inWords(mistake.fix())))
        .toList();
  }

  private String inWords(String text) {
    return text.replace(routes().toString(), edited.routes().toString())
        .replace(mappings().toString(), edited.mappings().toString());
  }

  /** Deletes the copies. Nobody may use them any more. */
  public void forget() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
