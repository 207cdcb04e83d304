package io.ledgerway.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.routemap.RouteMap;
import io.ledgerway.routemap.RunningContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RouteDrawingTest {

  private static final String LONG = "x<y&\"'>" + "long ".repeat(2_000);

  private static final String ROUTES =
      """
      - routeConfiguration:
          id: told
          onException:
            - onException:
                exception: [ "java.lang.Exception" ]
                handled: { constant: "true" }
                steps:
                  - to: step:work
      - route:
          id: "odd <route> & \\"co\\""
          description: "%1$s"
          routeConfigurationId: told
          from:
            uri: direct:odd
            steps:
              - log: "%1$s"
              - log: "\\u202Eturned\\u0007 \\uD83D\\uDE80 %2$s"
              - choice:
                  when:
                    - expression:
                        simple: { expression: "${body} == '<script>alert(1)</script>'" }
                      steps:
                        - split:
                            expression:
                              simple: { expression: "${body}" }
                            steps:
                              - to: step:work
                              - to: direct:other
                    - expression:
                        simple: { expression: "${body} == 'x'" }
                      steps:
                        - to: step:refuse
                  otherwise:
                    steps:
                      - doTry:
                          steps:
                            - to: step:work
                          doCatch:
                            - exception: [ "java.io.IOException", "java.lang.IllegalStateException" ]
                              steps:
                                - to: step:work
              - to: direct:other
      - route:
          id: other
          from:
            uri: direct:other
            steps:
              - to: direct:third
      - route:
          id: third
          from:
            uri: direct:third
            steps:
              - to: step:work
      - route:
          id: beginning
          from:
            uri: direct:beginning
            steps:
              - to: direct:odd
              - to: direct:third
      - route:
          id: round
          from:
            uri: direct:round
            steps:
              - to: step:work
              - wireTap: { uri: "direct:round" }
      """;

  @Test
  void nothing_lies_on_anything_and_whatever_a_label_holds_is_text() throws Exception {
    try (RunningContext routes = new RunningContext(texts())) {
      routes.send("direct:odd", "x");
      RouteMap map = routes.running.map();
      String odd = "odd <route> & \"co\"";
      String svg = RouteDrawing.of(map, map.route(odd).orElseThrow());
      Picture picture = new Picture(svg).requireSound();

      assertThat(picture.texts("title")).anyMatch(title -> title.contains(LONG.strip()));
      assertThat(picture.texts("text")).noneMatch(text -> text.length() > 300);
      assertThat(picture.texts("text")).anyMatch(text -> text.startsWith("log x<y&\"'>long"));
      assertThat(picture.texts("text")).anyMatch(text -> text.startsWith("log �turned� 🚀 界界"));
      assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
      assertThat(picture.failures()).hasSize(3).containsOnly("1 failed, last NOT_TODAY");
      assertThat(picture.texts("text")).contains("catch IOException, IllegalStateExc…");
      assertThat(svg).contains("<a href=\"./other.svg\">").contains("prefers-color-scheme:dark");
    }
  }

  @Test
  void the_map_has_every_route_once_and_a_circle_ends_it_not() throws Exception {
    try (RunningContext routes = new RunningContext(texts())) {
      RouteMap map = routes.running.map();
      Picture picture = new Picture(MapDrawing.of(map)).requireSound();
      assertThat(picture.texts("text")).contains("other", "third", "beginning", "round");
      assertThat(picture.rects("box")).hasSize(5);
    }
  }

  @Test
  void digits_are_those_of_svg_in_every_language_of_the_machine() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try (RunningContext routes = new RunningContext(texts())) {
      RouteMap map = routes.running.map();
      new Picture(RouteDrawing.of(map, map.routes().get(0))).requireSound();
      new Picture(MapDrawing.of(map)).requireSound();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_long_text_is_cut_to_its_room() {
    assertThat(Words.cut("short", 5)).isEqualTo("short");
    assertThat(Words.cut("longer", 5)).isEqualTo("long…");
    assertThat(Words.cut("界界界", 5)).isEqualTo("界界…");
    assertThat(Words.cut("🚀🚀🚀", 4)).isEqualTo("🚀…");
    assertThat(List.of(Words.time(850), Words.time(3_140), Words.time(2_400_000)))
        .containsExactly("850 µs", "3.1 ms", "2.4 s");
  }

  private static String texts() {
    return ROUTES
        .replace("%1$s", LONG.strip().replace("\"", "\\\""))
        .replace("%2$s", "界".repeat(60));
  }
}
