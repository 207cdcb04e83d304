package io.ledgerway.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.mapping.MappingException;
import io.ledgerway.preview.Replay;
import io.ledgerway.preview.Replayed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What edited mappings would do to events that came before. */
@RestController
@Allowed(Role.OPERATOR)
@RequestMapping("/api/v1/mappings")
@Tag(name = "Preview")
class MappingReplayController {

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * What is asked for.
   *
   * @param company null for all
   * @param last null for a thousand
   */
  @Schema(
      name = "MappingReplay",
      example = "{\"company\": \"acme\", \"last\": 100, \"mappings\": {}}")
  record Asked(
      @Schema(description = "Whose events; those of all companies unless told.", example = "acme")
          String company,
      @Schema(description = "The last so many, 1 to 10000; 1000 unless told.", example = "1000")
          Integer last,
      @Schema(
              description = "The texts of edited mappings, by their names.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              example = "{\"acorn/charge\": \"{ \\\"Type\\\": \\\"SPEND\\\" }\"}")
          Map<String, String> mappings) {}

  private final Replay replay;
  private final KnownCompanies companies;

  MappingReplayController(Replay replay, KnownCompanies companies) {
    this.replay = replay;
    this.companies = companies;
  }

  @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What edited mappings would make otherwise of the events that came last",
      description =
          "Both are run by the books of now, beside each other. Nothing is stored, posted or put"
              + " in force. One replay at a time; what is not done after 90 seconds is left out,"
              + " and 'stopped' says so.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = Asked.class))))
  Replayed replay(InputStream body) throws IOException {
    Asked asked = read(body);
    int last = asked.last() == null ? 1000 : asked.last();
    if (last < 1 || last > Replay.MOST_EVENTS) {
      throw WrongRequest.notValid(
          "LIMIT_NOT_VALID",
          "last must be from 1 to " + Replay.MOST_EVENTS,
          "Give a number from 1 to " + Replay.MOST_EVENTS + ".");
    }
    if (asked.company() != null) {
      companies.require(asked.company());
    }
    try {
      return replay.run(asked.company(), last, asked.mappings());
    } catch (MappingException e) {
      throw WrongRequest.notValid(e.code(), e.getMessage(), e.hint());
    }
  }

  private static Asked read(InputStream body) throws IOException {
    byte[] json = body.readNBytes(MOST_BYTES + 1);
    if (json.length > MOST_BYTES) {
      throw WrongRequest.notValid(
          "TOO_LARGE", "It has more than " + MOST_BYTES + " bytes.", "Send fewer mappings.");
    }
    try {
      Asked asked = JSON.readValue(json, Asked.class);
      if (asked == null || asked.mappings() == null || asked.mappings().containsValue(null)) {
        throw WrongRequest.notValid(
            "REQUEST_NOT_VALID", "'mappings' is missing.", "Give the texts by their names.");
      }
      return asked;
    } catch (JacksonException e) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID",
          "It is not the JSON that is asked for: " + e.getOriginalMessage(),
          "Send company, last and mappings.");
    }
  }
}
