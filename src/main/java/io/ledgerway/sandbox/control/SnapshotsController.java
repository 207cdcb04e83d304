package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps all books under a name, and brings them back. Tokens, keys and limits stay as they are. */
@RestController
@RequestMapping("/sandbox/snapshots")
class SnapshotsController {

  private final Organisations organisations;
  private final Map<String, List<Organisation>> kept = new TreeMap<>();

  SnapshotsController(Organisations organisations) {
    this.organisations = organisations;
  }

  @GetMapping
  synchronized Set<String> list() {
    return Set.copyOf(kept.keySet());
  }

  @PostMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  synchronized void save(@PathVariable String name) {
    kept.put(name, organisations.copies());
  }

  @PostMapping("/{name}/restore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  synchronized void restore(@PathVariable String name) {
    organisations.restore(Known.orMissing(kept.get(name), "snapshot", name));
  }
}
