package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the job that a description asks for. */
@Component
public class Jobs {

  private final Map<String, Job> byName;

  Jobs(List<Job> all) {
    this.byName = all.stream().collect(Collectors.toMap(Job::name, Function.identity()));
  }

  /** What the log and faults call it, known or not. */
  public static String name(JsonNode description) {
    String type = description.path("type").asText("");
    String input = description.at("/inputSettings/type").asText("");
    return switch (type) {
      case "file", "download" -> type;
      default -> input.isEmpty() ? type : type + "/" + input;
    };
  }

  /**
   * @throws JobError when there is no such job
   */
  public Job find(JsonNode description) {
    Job job = byName.get(name(description));
    if (job == null) {
      throw JobError.malformed("type");
    }
    return job;
  }
}
