package io.ledgerway.api;

import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is the same for all operations of the API, and so is not written on each: a name, how it
 * refuses, and what its parameters look like.
 */
@Configuration
class DescribedOperations {

  private static final String PROBLEM = "Problem";

  /** Values that a sandbox could have, by parameter. */
  private static final Map<String, Object> EXAMPLES =
      Map.ofEntries(
          Map.entry("company", "acme"),
          Map.entry("id", "u-17"),
          Map.entry("kind", "card-expense"),
          Map.entry("value", "card-1"),
          Map.entry("sourceId", "exp-1001"),
          Map.entry("employee", "ada.kerr@acme.example"),
          Map.entry("from", "2026-01-01"),
          Map.entry("to", "2026-12-31"),
          Map.entry("code", "UNKNOWN_COMPANY"),
          Map.entry("search", "travel"),
          Map.entry("active", true),
          Map.entry("imported", true),
          Map.entry("full", true),
          Map.entry("route", "export-batch"),
          Map.entry("limit", 50));

  /**
   * {@code getCompanies} rather than {@code companies_1}: clients that are made of it keep them.
   */
  @Bean
  OperationCustomizer named() {
    return (operation, handler) -> {
      String of = handler.getBeanType().getSimpleName().replace("Controller", "");
      operation.setOperationId(
          of.substring(0, 1).toLowerCase() + of.substring(1) + "-" + handler.getMethod().getName());
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer described(Sources sources) {
    return api -> {
      if (api.getComponents() == null) {
        api.setComponents(new Components());
      }
      api.getComponents().addSchemas(PROBLEM, problem());
      objects(api.getComponents().getSchemas().get("Posting"), "event", "document");
      objects(api.getComponents().getSchemas().get("Preview"), "document");
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> describe(path, method, operation, sources)));
    };
  }

  /** Raw JSON has no type in Java that says so. */
  private static void objects(Schema<?> of, String... fields) {
    for (String each : fields) {
      Schema<?> raw = of.getProperties().get(each);
      raw.setType("object");
      raw.addType("object");
    }
  }

  private static void describe(
      String path, HttpMethod method, Operation operation, Sources sources) {
    List<Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    parameters.forEach(parameter -> exemplify(path, parameter, sources));
    ApiResponses answers = operation.getResponses();
    refuses(answers, 400, "What was sent is not valid, or cannot be read");
    refuses(answers, 401, "No API key, or not the right one");
    if (path.contains("{")) {
      refuses(answers, 404, "There is no such company, record or document");
    }
    if (path.contains("{") && method != HttpMethod.GET) {
      refuses(answers, 409, "Not in the state that the company is in; 'code' says why");
    }
    if (path.endsWith("/mappings/replay")) {
      refuses(answers, 404, "There is no such company");
      refuses(answers, 409, "Another replay is under way");
    }
    if (operation.getRequestBody() != null) {
      refuses(answers, 415, "Not JSON");
    }
    if (parameters.stream().anyMatch(parameter -> parameter.getName().equals("If-Match"))) {
      refuses(answers, 412, "Somebody else has changed the draft meanwhile");
    }
    if (path.endsWith("/complete")) {
      refuses(answers, 422, "'problems' names all that stands in the way");
    }
  }

  private static void refuses(ApiResponses answers, int status, String when) {
    answers.addApiResponse(
        String.valueOf(status),
        new ApiResponse()
            .description(when)
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
  }

  private static void exemplify(String path, Parameter parameter, Sources sources) {
    Schema<?> schema = parameter.getSchema();
    if (parameter.getName().equals("If-Match") || parameter.getExample() != null) {
      return;
    }
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      parameter.setExample(schema.getEnum().get(0));
    } else if ("uuid".equals(schema.getFormat())) {
      parameter.setExample("0192f3a0-0000-7000-8000-000000000000");
    } else if (path.contains("reference-data/") && parameter.getName().equals("kind")) {
      parameter.setExample("account");
    } else if (parameter.getName().equals("source")) {
      one(sources).ifPresent(source -> parameter.setExample(source.name()));
    } else if (parameter.getName().equals("table")) {
      one(sources)
          .flatMap(source -> source.tables().keySet().stream().findFirst())
          .ifPresent(parameter::setExample);
    } else if (EXAMPLES.containsKey(parameter.getName())) {
      parameter.setExample(EXAMPLES.get(parameter.getName()));
    }
  }

  /** A source that has tables, if there is any. */
  private static Optional<Source> one(Sources sources) {
    return sources.all().stream().filter(source -> !source.tables().isEmpty()).findFirst();
  }

  private static Schema<?> problem() {
    Schema<?> problem = new ObjectSchema().description("Problem details (RFC 9457)");
    problem.addProperty("status", new Schema<Integer>().type("integer").example(404));
    problem.addProperty("code", new StringSchema().description("To rely on").example("NOT_FOUND"));
    problem.addProperty("detail", new StringSchema().description("To read"));
    problem.addProperty("hint", new StringSchema().description("What to do"));
    problem.addProperty("field", new StringSchema().description("The one field it is about"));
    return problem;
  }
}
