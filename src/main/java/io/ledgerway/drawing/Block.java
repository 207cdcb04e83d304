package io.ledgerway.drawing;

/** A part of a picture that knows how much room it takes, wherever it is put. */
interface Block {

  int width();

  int height();

  /** Draws it with its upper left corner there. */
  void draw(Svg svg, int x, int y);
}
