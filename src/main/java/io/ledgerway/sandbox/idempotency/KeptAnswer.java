package io.ledgerway.sandbox.idempotency;

import io.ledgerway.sandbox.http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An answer that may be replayed; packed, because six minutes of large batches are many. */
record KeptAnswer(Answer head, byte[] packed) {

  private static final byte[] NOTHING = new byte[0];

  static KeptAnswer of(Answer answer) {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream out = new ByteArrayOutputStream(answer.body().length / 6 + 64);
    try (DeflaterOutputStream packer = new DeflaterOutputStream(out, fast)) {
      packer.write(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return new KeptAnswer(with(answer, NOTHING), out.toByteArray());
  }

  Answer answer() {
    try (InflaterInputStream in =
        new InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
      return with(head, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer with(Answer answer, byte[] body) {
    return new Answer(
        answer.status(), answer.contentType(), body, answer.headers(), answer.elements());
  }
}
