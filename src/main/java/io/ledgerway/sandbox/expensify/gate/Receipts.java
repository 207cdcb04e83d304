package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Images of receipts: every one is the same small one. */
@RestController
class Receipts {

  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final Behaviours behaviours;

  Receipts(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  @GetMapping("/receipts/{name}.png")
  ResponseEntity<byte[]> receipt() {
    return behaviours.now().receiptsNeedSession()
        ? ResponseEntity.status(403).build()
        : ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(DOT);
  }
}
