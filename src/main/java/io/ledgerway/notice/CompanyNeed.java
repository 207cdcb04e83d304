package io.ledgerway.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.cause.Cause;
import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import java.time.Instant;
import java.util.List;

/** The words for what pauses a company, or one of its sources, as a whole. */
enum CompanyNeed {
  CONNECTION_EXPIRED {
    @Override
    Need in(String source, String detail, Instant since, Instant until) {
      Problem problem = Cause.CONNECTION_EXPIRED.at(null, List.of());
      return need(name(), problem.actor(), problem.message(), problem.action(), null, since, null);
    }
  },
  XERO_DAY_LIMIT {
    @Override
    Need in(String source, String detail, Instant since, Instant until) {
      return need(
          name(),
          Actor.NOBODY,
          "Xero takes no more calls of this company today.",
          WAIT,
          null,
          since,
          until);
    }
  },
  XERO_UNAVAILABLE {
    @Override
    Need in(String source, String detail, Instant since, Instant until) {
      return need(
          name(), Actor.NOBODY, "Xero is not available at the moment.", WAIT, null, since, until);
    }
  },
  SOURCE_BLOCKED {
    @Override
    Need in(String source, String detail, Instant since, Instant until) {
      JsonNode blocked = read(detail);
      return need(
          blocked.path("code").asText(name()),
          actor(blocked.path("actor").asText()),
          blocked.path("message").asText(),
          blocked.path("action").asText(),
          source,
          since,
          null);
    }
  },
  SOURCE_UNREACHABLE {
    @Override
    Need in(String source, String detail, Instant since, Instant until) {
      return need(
          name(),
          Actor.NOBODY,
          source + " cannot be read" + (detail == null ? "." : ": " + detail),
          WAIT,
          source,
          since,
          null);
    }
  };

  private static final String WAIT = "Nobody has to act: it goes on by itself.";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param source whose trouble it is; null for the company's own
   * @param detail as it is kept with the source; null when there is none
   */
  abstract Need in(String source, String detail, Instant since, Instant until);

  private static Need need(
      String code,
      Actor actor,
      String message,
      String action,
      String of,
      Instant since,
      Instant until) {
    return new Need(
        Need.About.COMPANY, of, code, actor, message, action, 0, since, List.of(), until);
  }

  private static JsonNode read(String blocked) {
    try {
      return JSON.readTree(blocked);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode().put("message", "Its source cannot be read.");
    }
  }

  private static Actor actor(String name) {
    try {
      return Actor.valueOf(name);
    } catch (IllegalArgumentException e) {
      return Actor.ADMIN;
    }
  }
}
