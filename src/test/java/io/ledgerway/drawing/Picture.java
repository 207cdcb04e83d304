package io.ledgerway.drawing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.Assertions;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture as who looks at it measures it. */
public final class Picture {

  private final Document svg;

  /** A rectangle of it. */
  record Rect(String classes, int x, int y, int width, int height) {

    boolean overlaps(Rect other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean holds(Rect other) {
      return x <= other.x
          && y <= other.y
          && x + width >= other.x + other.width
          && y + height >= other.y + other.height;
    }
  }

  public Picture(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    svg =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** That it is one that may be shown anywhere: read aloud, without script, nothing on anything. */
  public Picture requireSound() {
    Element root = svg.getDocumentElement();
    Assertions.assertThat(root.getAttribute("role")).isEqualTo("img");
    Assertions.assertThat(texts("title").get(0)).isNotBlank();
    Assertions.assertThat(texts("desc").get(0)).isNotBlank();
    Assertions.assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
        Assertions.assertThat(all.item(i).getAttributes().item(j).getNodeName())
            .doesNotStartWith("on");
      }
    }
    requireApart();
    requireTextWithin();
    return this;
  }

  private void requireApart() {
    List<Rect> boxes = rects("box");
    Assertions.assertThat(boxes).isNotEmpty();
    List<Rect> frames = rects("frame");
    Rect whole = whole();
    for (int i = 0; i < boxes.size(); i++) {
      Assertions.assertThat(whole.holds(boxes.get(i)))
          .as("%s in the picture", boxes.get(i))
          .isTrue();
      for (int j = i + 1; j < boxes.size(); j++) {
        Assertions.assertThat(boxes.get(i).overlaps(boxes.get(j)))
            .as("%s over %s", boxes.get(i), boxes.get(j))
            .isFalse();
      }
      for (Rect frame : frames) {
        Assertions.assertThat(!frame.overlaps(boxes.get(i)) || frame.holds(boxes.get(i)))
            .as("%s within or without %s", boxes.get(i), frame)
            .isTrue();
      }
    }
    for (Rect one : frames) {
      for (Rect other : frames) {
        Assertions.assertThat(!one.overlaps(other) || one.holds(other) || other.holds(one))
            .as("%s within or without %s", one, other)
            .isTrue();
      }
    }
  }

  /** A character of the fonts that are asked for takes 7.2 or 6.6 pixels, of East Asia two. */
  private void requireTextWithin() {
    NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      long units = text.getTextContent().codePoints().map(point -> point < 0x1100 ? 1 : 2).sum();
      String kind = text.getAttribute("class");
      long wide = units * (kind.equals("name") ? 72 : kind.equals("head") ? 100 : 66) / 10;
      Assertions.assertThat(number(text, "x") + wide)
          .as(text.getTextContent())
          .isLessThanOrEqualTo(whole().width());
      if (text.getParentNode() instanceof Element parent && !parent.getTagName().equals("svg")) {
        Assertions.assertThat(wide).as(text.getTextContent()).isLessThanOrEqualTo(Box.WIDTH - 20);
      }
    }
  }

  private Rect whole() {
    Element root = svg.getDocumentElement();
    return new Rect("", 0, 0, number(root, "width"), number(root, "height"));
  }

  List<Rect> rects(String classes) {
    List<Rect> found = new ArrayList<>();
    NodeList all = svg.getElementsByTagName("rect");
    for (int i = 0; i < all.getLength(); i++) {
      Element rect = (Element) all.item(i);
      if (rect.getAttribute("class").equals(classes)) {
        found.add(
            new Rect(
                classes,
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height")));
      }
    }
    return found;
  }

  public List<String> texts(String element) {
    List<String> texts = new ArrayList<>();
    NodeList all = svg.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  /** What stands in the colour of failures. */
  public List<String> failures() {
    List<String> texts = new ArrayList<>();
    NodeList all = svg.getElementsByTagName("text");
    for (int i = 0; i < all.getLength(); i++) {
      if (((Element) all.item(i)).getAttribute("class").equals("bad")) {
        texts.add(all.item(i).getTextContent());
      }
    }
    return texts;
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
