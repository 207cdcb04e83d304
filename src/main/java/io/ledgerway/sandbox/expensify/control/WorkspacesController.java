package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.company.Category;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Workspace;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces, their categories and tags. */
@RestController
@RequestMapping("/sandbox/workspaces")
class WorkspacesController {

  /** What is left out stays. */
  record Change(String name, String outputCurrency) {}

  /** One of a category, by its name in the path. */
  record Listed(String glCode, Boolean enabled) {}

  /** A tag's new name. */
  record Renamed(String level, String before, String after) {}

  /** A workspace without reports, categories and tags. */
  record Wanted(String id, String name, String outputCurrency) {}

  private final Company company;

  WorkspacesController(Company company) {
    this.company = company;
  }

  @GetMapping
  List<Map<String, Object>> list() {
    return company.alone(
        () -> company.workspaces().values().stream().map(WorkspacesController::show).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> add(@RequestBody Wanted wanted) {
    return company.alone(
        () -> {
          Workspace workspace =
              new Workspace(
                  wanted.id(),
                  wanted.name(),
                  "fd@acme.example",
                  wanted.outputCurrency(),
                  "corporate",
                  "",
                  List.of());
          company.workspaces().put(workspace.id(), workspace);
          return show(workspace);
        });
  }

  @PatchMapping("/{id}")
  Map<String, Object> change(@PathVariable String id, @RequestBody Change change) {
    return company.alone(
        () -> {
          Workspace workspace = known(id);
          if (change.name() != null) {
            workspace.rename(change.name());
          }
          if (change.outputCurrency() != null) {
            workspace.output(change.outputCurrency());
          }
          return show(workspace);
        });
  }

  @PutMapping("/{id}/categories/{name}")
  Category category(
      @PathVariable String id, @PathVariable String name, @RequestBody Listed wanted) {
    return company.alone(
        () -> {
          Category category =
              new Category(
                  name,
                  wanted.enabled() == null || wanted.enabled(),
                  wanted.glCode() == null ? "" : wanted.glCode(),
                  "",
                  false,
                  "",
                  0);
          known(id).categories().put(name, category);
          return category;
        });
  }

  @DeleteMapping("/{id}/categories/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeCategory(@PathVariable String id, @PathVariable String name) {
    company.alone(() -> known(id).categories().remove(name));
  }

  /** Reports that name the tag keep the old name. */
  @PostMapping("/{id}/tags/rename")
  Map<String, Object> renameTag(@PathVariable String id, @RequestBody Renamed renamed) {
    return company.alone(
        () -> {
          known(id).renameTag(renamed.level(), renamed.before(), renamed.after());
          return show(known(id));
        });
  }

  private Workspace known(String id) {
    return Known.orMissing(company.workspaces().get(id), "workspace", id);
  }

  private static Map<String, Object> show(Workspace workspace) {
    return Map.of(
        "id", workspace.id(),
        "name", workspace.name(),
        "outputCurrency", workspace.outputCurrency(),
        "categories", List.copyOf(workspace.categories().values()),
        "tags", List.copyOf(workspace.levels()));
  }
}
