package io.ledgerway.api;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pictures as answers: drawn anew each time, and with leave to run nothing and to load nothing. */
final class Pictures {

  static final String SVG = "image/svg+xml";

  private static final MediaType TYPE =
      new MediaType(MediaType.parseMediaType(SVG), StandardCharsets.UTF_8);

  private Pictures() {}

  static ResponseEntity<String> of(String svg) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(svg);
  }
}
