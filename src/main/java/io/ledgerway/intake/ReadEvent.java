package io.ledgerway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads the bytes of an event: strict UTF-8, strict JSON, and no value in it that somebody further
 * on could not hold. Its text and its tree become variables, the tree the body. Thread-safe.
 */
class ReadEvent implements Processor {

  static final String TEXT = "eventText";
  static final String EVENT = "event";

  private static final ObjectMapper JSON = EventJson.mapper();

  @Override
  public void process(Exchange exchange) {
    String text = StrictText.of(exchange.getMessage().getBody(byte[].class));
    JsonNode event = tree(text);
    // Before it is judged: what is refused tells whose it was.
    exchange.setVariable(EVENT, event);
    exchange.setVariable(TEXT, text);
    EventValues.check(event);
    exchange.getMessage().setBody(event);
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw UnreadableJson.of(e);
    } catch (NumberFormatException e) {
      throw UnreadableJson.of(e);
    }
  }
}
