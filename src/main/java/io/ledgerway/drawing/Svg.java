package io.ledgerway.drawing;

import java.util.Locale;

/** Writes one picture. Whatever text it is given stands in it as text. Not thread-safe. */
final class Svg {

  /** Colours are the hub's; a state is never told by colour alone. */
  private static final String STYLE =
      """
      svg{--paper:#ffffff;--ink:#221c26;--muted:#5d5563;--rule:#8b8378;--frame:#f8f6f2;--bad:#a2252b;\
      --bad-bg:#fae8e6;--link:#652a5f;color-scheme:light dark;\
      font-family:ui-sans-serif,system-ui,sans-serif;font-size:11px}
      @media (prefers-color-scheme:dark){svg{--paper:#1f1b23;--ink:#eeeaf0;--muted:#b9b0bf;--rule:#81778a;\
      --frame:#17141a;--bad:#f5a39c;--bad-bg:#432022;--link:#e0aad9}}
      .ground{fill:var(--paper)}
      .box{fill:var(--paper);stroke:var(--rule)}
      .frame{fill:var(--frame);stroke:var(--rule);stroke-dasharray:2 3}
      .failed>.box{fill:var(--bad-bg);stroke:var(--bad);stroke-width:2}
      .off>.box,.open>.box{stroke-dasharray:5 3}
      .line{fill:none;stroke:var(--rule)}
      .tip{fill:var(--rule)}
      .name{fill:var(--ink);font-family:ui-monospace,monospace;font-size:12px}
      .text,.bad{font-family:ui-monospace,monospace;font-size:11px}
      .text{fill:var(--muted)}
      .head{fill:var(--ink);font-size:16px;font-weight:600}
      .bad{fill:var(--bad);font-weight:600}
      a .name{fill:var(--link);text-decoration:underline}
      """;

  private final StringBuilder out = new StringBuilder();

  /** The whole picture around what is drawn with it. */
  static String of(String title, String says, Block block) {
    int margin = 24;
    int width = block.width() + 2 * margin;
    int height = block.height() + 2 * margin;
    Svg svg = new Svg();
    svg.out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\"")
        .append(
            " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
                .formatted(width, height, width, height))
        .append("\n<title id=\"t\">")
        .append(escaped(title))
        .append("</title>\n<desc id=\"d\">")
        .append(escaped(says))
        .append("</desc>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"")
        .append(" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">")
        .append("<path class=\"tip\" d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
    svg.out.append(
        "<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height));
    block.draw(svg, margin, margin);
    return svg.out.append("</svg>\n").toString();
  }

  /**
   * What is drawn until {@link #end} belongs together.
   *
   * @param whole shown to who points at it, and read aloud; null for nothing
   */
  void begin(String classes, String whole) {
    out.append("<g class=\"").append(classes).append("\">");
    if (whole != null) {
      out.append("<title>").append(escaped(whole)).append("</title>");
    }
    out.append('\n');
  }

  void end() {
    out.append("</g>\n");
  }

  void beginLink(String to) {
    out.append("<a href=\"").append(escaped(to)).append("\">\n");
  }

  void endLink() {
    out.append("</a>\n");
  }

  void rect(String classes, int x, int y, int width, int height) {
    put(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
        classes, x, y, width, height);
  }

  void text(String classes, int x, int y, String text) {
    put("<text class=\"%s\" x=\"%d\" y=\"%d\">", classes, x, y);
    out.append(escaped(text)).append("</text>\n");
  }

  /**
   * A line with a tip at its end.
   *
   * @param path in the words of SVG
   */
  void arrow(String path) {
    out.append("<path class=\"line\" marker-end=\"url(#tip)\" d=\"").append(path).append("\"/>\n");
  }

  /** A line without a tip. */
  void line(String path) {
    out.append("<path class=\"line\" d=\"").append(path).append("\"/>\n");
  }

  void arrow(int x, int from, int to) {
    arrow(String.format(Locale.ROOT, "M%d %dV%d", x, from, to));
  }

  /** Digits are those of SVG, whatever the machine's language. */
  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }

  /** What XML cannot hold, and what would turn the text around, is shown as a box. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isPlain(each) ? each : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean isPlain(int point) {
    int type = Character.getType(point);
    return point == '\n'
        || point == '\t'
        || type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && (point & 0xFFFE) != 0xFFFE;
  }
}
