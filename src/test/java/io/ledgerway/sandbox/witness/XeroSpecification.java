package io.ledgerway.sandbox.witness;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.ledgerway.sandbox.witness.Recorder.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Xero's OpenAPI file, where it lies beside the project. */
final class XeroSpecification {

  static final Path FILE = Path.of("../shared/reference/xero-openapi/xero_accounting.yaml");

  private final OpenApiInteractionValidator validator;

  XeroSpecification() {
    validator =
        OpenApiInteractionValidator.createFor(FILE.toAbsolutePath().normalize().toString())
            .withBasePathOverride("/api.xro/2.0")
            .withLevelResolver(
                LevelResolver.create()
                    // Dates are declared as ISO but marked x-is-msdate: real ones are /Date(…)/.
                    .withLevel(
                        "validation.response.body.schema.format.date",
                        ValidationReport.Level.IGNORE)
                    .withLevel(
                        "validation.response.body.schema.format.date-time",
                        ValidationReport.Level.IGNORE)
                    .withLevel(
                        "validation.response.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  static boolean isThere() {
    return Files.exists(FILE);
  }

  /** What the specification has against an answer; empty when nothing. */
  List<String> objections(Exchange exchange) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(exchange.status()).withContentType(exchange.contentType());
    if (exchange.answer().length > 0) {
      response.withBody(new String(exchange.answer(), java.nio.charset.StandardCharsets.UTF_8));
    }
    ValidationReport report =
        validator.validateResponse(
            exchange.path(), Method.valueOf(exchange.method()), response.build());
    return report.getMessages().stream()
        .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
        .map(message -> exchange.method() + " " + exchange.path() + ": " + message.getMessage())
        .toList();
  }
}
