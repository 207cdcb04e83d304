package io.ledgerway.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.sql.StorableText;
import io.ledgerway.telling.ShortText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notice as it is sent: {@code routes/notice/schemas/notice.v1.schema.json} describes it. */
final class NoticeJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 100;
  private static final int LONGEST = 1_000;

  private NoticeJson() {}

  /** Whose notice it is, and when and why it was made. */
  record Head(UUID id, String company, String occasion, Instant at, String link) {}

  static String write(Head head, List<Compared.Open> open, List<ToldNeed> solved) {
    ObjectNode notice = JSON.createObjectNode();
    notice.put("id", head.id().toString());
    notice.put("company", head.company());
    notice.put("occasion", head.occasion());
    notice.put("at", head.at().toString());
    notice.put("link", head.link());
    ArrayNode openNeeds = notice.putArray("open");
    open.stream().limit(MOST).forEach(each -> open(openNeeds.addObject(), each));
    notice.put("moreOpen", Math.max(0, open.size() - MOST));
    ArrayNode solvedNeeds = notice.putArray("solved");
    solved.stream().limit(MOST).forEach(each -> solved(solvedNeeds.addObject(), each));
    notice.put("moreSolved", Math.max(0, solved.size() - MOST));
    return notice.toString();
  }

  static JsonNode read(String notice) {
    try {
      return JSON.readTree(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void open(ObjectNode json, Compared.Open each) {
    Need need = each.need();
    json.put("need", need.identity());
    json.put("status", each.status().name());
    json.put("about", need.about().name());
    if (need.of() != null) {
      json.put("of", need.of());
    }
    json.put("code", need.code());
    json.put("actor", need.actor().name());
    json.put("message", fit(need.message()));
    json.put("action", fit(need.action()));
    json.put("number", need.number());
    if (need.since() != null) {
      json.put("since", need.since().toString());
    }
    if (need.until() != null) {
      json.put("until", need.until().toString());
    }
    ArrayNode some = json.putArray("some");
    need.some().forEach(id -> some.add(id.toString()));
  }

  private static void solved(ObjectNode json, ToldNeed need) {
    json.put("need", need.identity());
    json.put("about", need.about());
    json.put("code", need.code());
    json.put("actor", need.actor());
    json.put("message", need.message());
  }

  static String fit(String text) {
    return StorableText.of(ShortText.of(text == null ? "" : text, LONGEST));
  }
}
