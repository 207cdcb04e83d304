package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.expensify.behaviour.FaultOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** What faults answer. */
@Component
class FaultReplies {

  private static final String SERVLET = "HTTP Status 500 - JSONObject";
  private static final byte[] NOISE = HexFormat.of().parseHex("1f8b08000000fffe00c3280041b5ff");

  private final Replies replies;

  FaultReplies(Replies replies) {
    this.replies = replies;
  }

  /** The answer of a fault that leaves nothing done. */
  Reply instead(FaultOrder fault) {
    return switch (fault.kind()) {
      case ERROR_500 -> Reply.page(500, SERVLET);
      case GATEWAY -> Reply.page(502, "502 Bad Gateway");
      case HTML -> Reply.page(200, "Expensify is down for maintenance");
      case LIMIT -> replies.tooMany(10_000);
      case ERROR_OBJECT ->
          replies
              .error(404, "File not found")
              .body("{\"responseMessage\":\"File not found\"}".getBytes(StandardCharsets.UTF_8));
      case ERROR ->
          replies.error(
              fault.code() == null ? 500 : fault.code(),
              fault.message() == null ? "Internal error" : fault.message());
      default -> Reply.DROPPED;
    };
  }

  /** What becomes of an answer whose work is done. */
  Reply after(FaultOrder fault, Reply reply) {
    return switch (fault.kind()) {
      case DROP_ANSWER -> Reply.DROPPED;
      case ERROR_500_AFTER -> Reply.page(500, SERVLET);
      case EMPTY -> reply.body(new byte[0]);
      case TRUNCATED -> reply.body(Arrays.copyOf(reply.body(), reply.body().length / 2));
      case GARBAGE -> reply.body(NOISE);
      default -> reply;
    };
  }

  static Reply malformed() {
    return Reply.page(500, SERVLET + "[\"requestJobDescription\"] not found.");
  }
}
