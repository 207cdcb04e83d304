package io.ledgerway.sandbox.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A write of several records. With {@code summarizeErrors=false} each is answered for itself;
 * without it one bad record turns the answer into a 400 that shows only the bad ones, while the
 * good ones are saved all the same (xero-api.md 2.7).
 */
public final class Batch {

  private Batch() {}

  /**
   * @param shape throws a {@link Refusal} for a value of the wrong kind; asked of all records
   *     before the first one is saved
   */
  public static Answer write(
      Call call, String plural, long now, Consumer<Input> shape, Function<Input, Outcome> saveOne) {
    List<Input> elements = call.elements(plural);
    elements.forEach(shape);
    List<Outcome> outcomes = elements.stream().map(saveOne).toList();
    if (call.summarizeErrors()) {
      List<Map<String, Object>> failed =
          outcomes.stream().filter(Outcome::failed).map(o -> marked(o, false)).toList();
      if (!failed.isEmpty()) {
        throw new Refusal(Refusal.validation(failed).answer().elements(outcomes.size()));
      }
    }
    boolean each = !call.summarizeErrors();
    List<Map<String, Object>> shown = new ArrayList<>();
    outcomes.forEach(outcome -> shown.add(marked(outcome, each)));
    if (call.shuffle() != null) {
      Collections.shuffle(shown, call.shuffle());
    }
    return Envelope.of(call, plural, shown, now);
  }

  private static Map<String, Object> marked(Outcome outcome, boolean withStatus) {
    Map<String, Object> shown = new LinkedHashMap<>(outcome.shown());
    if (withStatus) {
      shown.put(
          "StatusAttributeString",
          outcome.failed() ? "ERROR" : outcome.warnings().isEmpty() ? "OK" : "WARNING");
    }
    if (!outcome.warnings().isEmpty()) {
      shown.put("Warnings", Outcome.messages(outcome.warnings()));
    }
    if (outcome.failed()) {
      shown.put("ValidationErrors", Outcome.messages(outcome.errors()));
    }
    return shown;
  }
}
