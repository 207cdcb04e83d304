package io.ledgerway.drawing;

/** What stands within another step, with a line around it. */
record Frame(Block inner) implements Block {

  private static final int PADDING = 12;

  @Override
  public int width() {
    return inner.width() + 2 * PADDING;
  }

  @Override
  public int height() {
    return inner.height() + 2 * PADDING;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    svg.rect("frame", x, y, width(), height());
    inner.draw(svg, x + PADDING, y + PADDING);
  }
}
