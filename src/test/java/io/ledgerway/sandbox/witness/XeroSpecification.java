package io.ledgerway.sandbox.witness;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.ledgerway.sandbox.witness.Recorder.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Xero's OpenAPI files, where they lie beside the project. */
final class XeroSpecification {

  static final Path FOLDER = Path.of("../shared/reference/xero-openapi");

  private static final List<String> NOT_ASKED =
      List.of(
          // Dates are declared as ISO but marked x-is-msdate: real ones are /Date(…)/.
          "validation.response.body.schema.format.date",
          "validation.response.body.schema.format.date-time",
          "validation.response.body.schema.additionalProperties",
          // The sandbox judges bodies, and the SDK made them; here it is about the parameters.
          "validation.request.body",
          "validation.request.contentType.notAllowed");

  /** Read once: the file is large. */
  private static OpenApiInteractionValidator accounting;

  private XeroSpecification() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  static synchronized OpenApiInteractionValidator accounting() {
    if (accounting == null) {
      accounting = of("xero_accounting.yaml", "/api.xro/2.0");
    }
    return accounting;
  }

  static OpenApiInteractionValidator identity() {
    return of("xero-identity.yaml", "/");
  }

  private static OpenApiInteractionValidator of(String file, String base) {
    LevelResolver.Builder levels = LevelResolver.create();
    NOT_ASKED.forEach(key -> levels.withLevel(key, ValidationReport.Level.IGNORE));
    return OpenApiInteractionValidator.createFor(
            FOLDER.resolve(file).toAbsolutePath().normalize().toString())
        .withBasePathOverride(base)
        .withLevelResolver(levels.build())
        .build();
  }

  /** What the specification has against a call's parameters or its answer; empty when nothing. */
  static List<String> objections(OpenApiInteractionValidator validator, Exchange exchange) {
    Method method = Method.valueOf(exchange.method());
    return Stream.concat(
            validator.validateRequest(request(exchange)).getMessages().stream(),
            validator
                .validateResponse(exchange.path(), method, response(exchange))
                .getMessages()
                .stream())
        .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
        .map(
            message ->
                "%s %s %d: %s"
                    .formatted(
                        exchange.method(),
                        exchange.path(),
                        exchange.status(),
                        message.getKey() + " " + message.getMessage()))
        .toList();
  }

  private static SimpleRequest request(Exchange exchange) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(exchange.method(), exchange.path(), true);
    exchange.requestHeaders().forEach(request::withHeader);
    if (exchange.request().length > 0) {
      request.withBody(exchange.request());
    }
    if (exchange.query() != null) {
      for (String pair : exchange.query().split("&")) {
        String[] parts = pair.split("=", 2);
        request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return request.build();
  }

  private static SimpleResponse response(Exchange exchange) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(exchange.status()).withContentType(exchange.contentType());
    if (exchange.answer().length > 0) {
      response.withBody(new String(exchange.answer(), StandardCharsets.UTF_8));
    }
    return response.build();
  }
}
