package io.ledgerway.drawing;

import java.util.List;

/** Lines of text without a box, the first of them larger. */
record Caption(String head, List<String> lines, int width) implements Block {

  @Override
  public int height() {
    return 24 + 16 * lines.size();
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    svg.text("head", x, y + 16, Words.cut(head, width / 11));
    int at = y + 20;
    for (String line : lines) {
      at += 16;
      svg.text("text", x, at, Words.cut(line, width / 7));
    }
  }
}
