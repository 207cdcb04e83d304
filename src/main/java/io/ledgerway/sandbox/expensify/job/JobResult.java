package io.ledgerway.sandbox.expensify.job;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a job answers: an envelope, or bytes as they are.
 *
 * @param envelope without its code; null when there are bytes
 * @param contentType which says nothing of what is in it
 * @param reports how many it was about, for the log
 * @param fileName for the log
 */
public record JobResult(
    Map<String, Object> envelope,
    int code,
    byte[] bytes,
    String contentType,
    int reports,
    String fileName) {

  private static final String TEXT = "text/plain;charset=utf-8";

  static JobResult envelope(int code, Map<String, ?> fields) {
    return new JobResult(new LinkedHashMap<>(fields), code, null, TEXT, 0, null);
  }

  static JobResult fine(Map<String, ?> fields) {
    return envelope(200, fields);
  }

  static JobResult text(String text, int reports) {
    return new JobResult(null, 0, text.getBytes(StandardCharsets.UTF_8), TEXT, reports, text);
  }

  static JobResult file(byte[] bytes, String fileName) {
    return new JobResult(null, 0, bytes, TEXT, 0, fileName);
  }

  JobResult about(int count) {
    return new JobResult(envelope, code, bytes, contentType, count, fileName);
  }

  JobResult as(String type) {
    return new JobResult(envelope, code, bytes, type, reports, fileName);
  }
}
