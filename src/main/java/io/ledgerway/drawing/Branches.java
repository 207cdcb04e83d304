package io.ledgerway.drawing;

import java.util.List;
import java.util.Locale;

/** A step with what stands within it below, one beside the other, and a line to each. */
record Branches(Block head, Columns below) implements Block {

  private static final int GAP = 26;

  static Branches of(Block head, List<? extends Block> columns) {
    return new Branches(head, new Columns(columns));
  }

  @Override
  public int width() {
    return Math.max(head.width(), below.width());
  }

  @Override
  public int height() {
    return head.height() + GAP + below.height();
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int middle = x + width() / 2;
    int end = y + head.height();
    head.draw(svg, middle - head.width() / 2, y);
    int left = x + (width() - below.width()) / 2;
    for (int column : below.middles()) {
      svg.arrow(
          String.format(
              Locale.ROOT,
              "M%d %dV%dH%dV%d",
              middle,
              end,
              end + GAP / 2,
              left + column,
              end + GAP));
    }
    below.draw(svg, left, end + GAP);
  }
}
