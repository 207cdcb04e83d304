package io.ledgerway.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.local.Expenses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Expenses on their way to an engine: some come twice, and some are wrong at first and come right
 * in a second version, so that there is more than one thing to tell about them. Not thread-safe.
 */
final class Sent {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<Sample> samples;
  private final Random random;
  private final Set<String> wrongAtFirst = new HashSet<>();
  private final List<Sample> toBeRight = new ArrayList<>();
  private int next;

  Sent(List<Sample> samples, Random random) {
    this.samples = samples;
    this.random = random;
  }

  /** What shall stand in Xero. */
  List<Sample> all() {
    return samples;
  }

  boolean wasWrongAtFirst(Sample sample) {
    return wrongAtFirst.contains(sample.id());
  }

  /** The next so many, and the right versions of those that were wrong the time before. */
  void send(Expenses topic, int upTo) {
    toBeRight.forEach(sample -> topic.send(sample.key(), sample.value()));
    toBeRight.clear();
    for (; next < upTo; next++) {
      Sample sample = samples.get(next);
      if (upTo < samples.size() && random.nextInt(10) == 0) {
        wrongAtFirst(sample, topic);
      } else {
        topic.send(sample.key(), sample.value());
      }
      if (random.nextInt(10) == 0) {
        // A platform may send again what it sent before, to any partition.
        Sample again = samples.get(random.nextInt(next + 1));
        if (!wasWrongAtFirst(again)) {
          topic.send(random.nextInt(3), again.key(), again.value());
        }
      }
    }
    topic.flush();
  }

  private void wrongAtFirst(Sample sample, Expenses topic) {
    ObjectNode wrong = json(sample);
    ((ObjectNode) wrong.at("/employee")).put("email", "somebody.else@acme.example");
    topic.send(sample.key(), wrong.toString());
    ObjectNode right = json(sample).put("version", 2);
    toBeRight.add(
        new Sample(sample.id(), sample.key(), right.toString(), sample.fate(), sample.why()));
    wrongAtFirst.add(sample.id());
  }

  private static ObjectNode json(Sample sample) {
    try {
      return (ObjectNode) JSON.readTree(sample.value());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(sample.value(), e);
    }
  }
}
