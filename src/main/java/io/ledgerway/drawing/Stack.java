package io.ledgerway.drawing;

import java.util.List;

/**
 * Blocks below each other.
 *
 * @param arrows whether each leads to the next
 */
record Stack(List<? extends Block> blocks, boolean arrows) implements Block {

  private static final int GAP = 22;

  @Override
  public int width() {
    return blocks.stream().mapToInt(Block::width).max().orElse(0);
  }

  @Override
  public int height() {
    return blocks.stream().mapToInt(Block::height).sum() + GAP * Math.max(0, blocks.size() - 1);
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int top = y;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int left = arrows ? x + (width() - block.width()) / 2 : x;
      block.draw(svg, left, top);
      top += block.height();
      if (arrows && i + 1 < blocks.size()) {
        svg.arrow(x + width() / 2, top, top + GAP);
      }
      top += GAP;
    }
  }
}
