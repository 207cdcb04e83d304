package io.ledgerway.drawing;

import java.util.ArrayList;
import java.util.List;

/** Blocks beside each other. */
record Columns(List<? extends Block> blocks) implements Block {

  private static final int GAP = 20;

  @Override
  public int width() {
    return blocks.stream().mapToInt(Block::width).sum() + GAP * Math.max(0, blocks.size() - 1);
  }

  @Override
  public int height() {
    return blocks.stream().mapToInt(Block::height).max().orElse(0);
  }

  /** Where the middle of each is, from the left. */
  List<Integer> middles() {
    List<Integer> middles = new ArrayList<>();
    int left = 0;
    for (Block block : blocks) {
      middles.add(left + block.width() / 2);
      left += block.width() + GAP;
    }
    return middles;
  }

  @Override
  public void draw(Svg svg, int x, int y) {
    int left = x;
    for (Block block : blocks) {
      block.draw(svg, left, y);
      left += block.width() + GAP;
    }
  }
}
