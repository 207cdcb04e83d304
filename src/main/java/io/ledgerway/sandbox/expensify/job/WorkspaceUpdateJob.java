package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.company.Category;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Tag;
import io.ledgerway.sandbox.expensify.company.TagLevel;
import io.ledgerway.sandbox.expensify.company.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Changes categories and tags: sources.md 1.3 f. Categories are merged or replaced as asked; tags
 * are replaced whatever was asked, without a word.
 */
@Component
class WorkspaceUpdateJob implements Job {

  private final Company company;

  WorkspaceUpdateJob(Company company) {
    this.company = company;
  }

  @Override
  public String name() {
    return "update/policy";
  }

  @Override
  public JobResult run(JobRequest request) {
    String id = request.text(request.input(), "policyID");
    Workspace workspace = Workspaces.seen(company, request, id, true);
    JsonNode categories = request.description().path("categories");
    JsonNode tags = request.description().path("tags");
    if (categories.isMissingNode() && tags.isMissingNode()) {
      throw JobError.missing("categories or tags");
    }
    if (!categories.isMissingNode()) {
      categories(request, workspace, categories);
    }
    if (!tags.isMissingNode()) {
      tags(request, workspace, tags);
    }
    return JobResult.fine(Map.of());
  }

  private static void categories(JobRequest request, Workspace workspace, JsonNode update) {
    boolean replace =
        switch (request.text(update, "action")) {
          case "merge" -> false;
          case "replace" -> true;
          default -> throw JobError.malformed("action");
        };
    List<Category> wanted = new ArrayList<>();
    for (JsonNode one : update.path("data")) {
      wanted.add(
          new Category(
              request.text(one, "name"),
              one.path("enabled").asBoolean(true),
              one.path("glCode").asText(""),
              one.path("payrollCode").asText(""),
              one.path("areCommentsRequired").asBoolean(),
              one.path("commentHint").asText(""),
              one.path("maxExpenseAmount").asLong()));
    }
    if (replace) {
      workspace.categories().clear();
    }
    wanted.forEach(category -> workspace.categories().put(category.name(), category));
  }

  private static void tags(JobRequest request, Workspace workspace, JsonNode update) {
    List<TagLevel> wanted = new ArrayList<>();
    for (JsonNode level : update.path("data")) {
      List<Tag> tags = new ArrayList<>();
      for (JsonNode one : level.path("tags")) {
        tags.add(
            new Tag(
                request.text(one, "name"),
                one.path("enabled").asBoolean(true),
                one.path("glCode").asText("")));
      }
      wanted.add(new TagLevel(request.text(level, "name"), tags));
    }
    workspace.levels().clear();
    workspace.levels().addAll(wanted);
  }
}
