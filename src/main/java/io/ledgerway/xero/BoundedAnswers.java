package io.ledgerway.xero;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Ends answers that are too long, unpacked, or that drip for too long. Thread-safe. */
class BoundedAnswers implements ExecChainHandler {

  /** So begins what is told of an answer that is not read to its end. */
  static final String TOO_LONG = "its answer is longer than ";

  private final long maxBytes;
  private final long maxNanos;

  BoundedAnswers(XeroProperties properties) {
    this.maxBytes = properties.maxAnswer().toBytes();
    this.maxNanos = properties.callTimeout().toNanos();
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    long end = System.nanoTime() + maxNanos;
    ClassicHttpResponse response = chain.proceed(request, scope);
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      response.setEntity(
          new HttpEntityWrapper(entity) {
            private InputStream bounded;

            @Override
            public InputStream getContent() throws IOException {
              if (bounded == null) {
                bounded = new Bounded(super.getContent(), end);
              }
              return bounded;
            }
          });
    }
    return response;
  }

  private final class Bounded extends FilterInputStream {

    private final long end;
    private long read;
    private boolean exceeded;

    Bounded(InputStream stream, long end) {
      super(stream);
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int some = super.read(bytes, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      exceeded = exceeded || read > maxBytes || System.nanoTime() > end;
      if (exceeded) {
        throw new IOException(TOO_LONG + maxBytes + " bytes or takes too long");
      }
    }

    /** Closing the stream beneath would read it to its end. */
    @Override
    public void close() throws IOException {
      if (!exceeded) {
        super.close();
      }
    }
  }
}
