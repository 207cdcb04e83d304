package io.ledgerway.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a body in XML into the tree that the same body in JSON gives (xero-api.md 2.1). An element
 * is a list when all it holds is named as one of its kind: {@code <LineItems><LineItem/>}. Document
 * types are refused, so that no entity is ever resolved.
 */
final class XmlBody {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLInputFactory READERS = readers();
  private static final int DEEPEST = 50;

  private final XMLStreamReader reader;
  private int depth;

  private XmlBody(XMLStreamReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * @param plural what the root may be called; or its singular, for one record alone
   * @throws Refusal 400 PostDataInvalidException when it is not XML, or another root
   */
  static JsonNode parse(byte[] body, String plural) {
    try {
      XmlBody xml = new XmlBody(READERS.createXMLStreamReader(new ByteArrayInputStream(body)));
      return xml.root(plural);
    } catch (XMLStreamException e) {
      throw Refusal.postDataInvalid(
          "There is an error in XML document (%d, %d)."
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    }
  }

  private JsonNode root(String plural) throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw Refusal.postDataInvalid(
            "For security reasons DTD is prohibited in this XML document.");
      }
    }
    String name = reader.getLocalName();
    boolean one = name.equals(XmlNames.singular(plural));
    if (!one && !name.equals(plural)) {
      throw Refusal.postDataInvalid("<%s xmlns=''> was not expected.".formatted(name));
    }
    JsonNode content = element(name);
    while (reader.hasNext()) {
      reader.next();
    }
    if (one && content.isObject()) {
      return content;
    }
    boolean empty = content.isNull() || content instanceof XmlText;
    return NODES.objectNode().set(plural, empty ? NODES.arrayNode() : content);
  }

  /** The element that the reader stands on; afterwards it stands on its end. */
  private JsonNode element(String name) throws XMLStreamException {
    if (++depth > DEEPEST) {
      throw Refusal.postDataInvalid("There is an error in XML document: it is too deep.");
    }
    boolean nil = "true".equals(reader.getAttributeValue(SCHEMA_INSTANCE, "nil"));
    StringBuilder text = new StringBuilder();
    Map<String, List<JsonNode>> inside = new LinkedHashMap<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String child = reader.getLocalName();
        inside.computeIfAbsent(child, first -> new ArrayList<>()).add(element(child));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    depth--;
    if (nil) {
      return NODES.nullNode();
    }
    return inside.isEmpty() ? new XmlText(text.toString()) : structure(name, inside);
  }

  private static JsonNode structure(String name, Map<String, List<JsonNode>> inside) {
    List<JsonNode> alike = inside.get(XmlNames.singular(name));
    if (inside.size() == 1 && alike != null) {
      return new ArrayNode(NODES, alike);
    }
    ObjectNode object = NODES.objectNode();
    inside.forEach((child, all) -> object.set(child, all.get(all.size() - 1)));
    return object;
  }
}
