package io.ledgerway.drawing;

import java.util.List;

/**
 * A box with lines of text, cut so that they stay within it.
 *
 * @param classes how it is drawn: {@code failed}, {@code off}, {@code open} or nothing
 * @param name its first line
 * @param lines further ones
 * @param failure a last line in the colour of failures; null for none
 * @param whole what is cut, all of it
 * @param link where it leads who clicks; null for nowhere
 */
record Box(
    String classes, String name, List<String> lines, String failure, String whole, String link)
    implements Block {

  static final int WIDTH = 280;
  private static final int LINE = 16;

  /** A character of 12 pixels in a font where all are of one width takes 7.2, one of 11 6.6. */
  private static final int ROOM = (WIDTH - 20) * 10 / 73;

  private static final int SMALL_ROOM = (WIDTH - 20) * 10 / 67;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return 14 + LINE * (1 + lines.size() + (failure == null ? 0 : 1));
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    svg.begin(("step " + classes).strip(), whole);
    svg.rect("box", x, y, WIDTH, height());
    if (link != null) {
      svg.beginLink(link);
    }
    svg.text("name", x + 10, y + 20, Words.cut(name, ROOM));
    if (link != null) {
      svg.endLink();
    }
    int at = y + 20;
    for (String line : lines) {
      at += LINE;
      svg.text("text", x + 10, at, Words.cut(line, SMALL_ROOM));
    }
    if (failure != null) {
      svg.text("bad", x + 10, at + LINE, Words.cut(failure, SMALL_ROOM));
    }
    svg.end();
  }
}
