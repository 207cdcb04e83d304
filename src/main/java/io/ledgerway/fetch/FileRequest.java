package io.ledgerway.fetch;

import io.ledgerway.fetch.NotFetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/**
 * One request of a file, and what its answer says. Whatever is not read to its end is cut off: the
 * client would otherwise read it to its end before it closes. Used once, by one thread.
 */
class FileRequest implements HttpClientResponseHandler<FileRequest.Answer> {

  private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
  private static final int PART = 16 * 1024;

  private final HttpGet request;
  private final long mostBytes;

  FileRequest(URI address, long mostBytes) {
    this.mostBytes = mostBytes;
    this.request = new HttpGet(address);
    request.setHeader(HttpHeaders.ACCEPT, "*/*");
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
  }

  HttpGet request() {
    return request;
  }

  /**
   * Either the file, or where it is.
   *
   * @param location as the server wrote it
   */
  record Answer(Fetched file, String location) {}

  @Override
  public Answer handleResponse(ClassicHttpResponse response) throws IOException {
    try {
      Answer answer = read(response);
      if (answer.file() == null) {
        request.cancel();
      }
      return answer;
    } catch (NotFetched refused) {
      request.cancel();
      throw refused;
    }
  }

  private Answer read(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (status >= 300 && status < 400 && response.getFirstHeader(HttpHeaders.LOCATION) != null) {
      return new Answer(null, response.getFirstHeader(HttpHeaders.LOCATION).getValue());
    }
    if (GONE.contains(status)) {
      throw Reason.FILE_GONE.with("status " + status);
    }
    if (status != 200 || response.getEntity() == null) {
      throw Reason.FILE_NOT_GIVEN.with("status " + status);
    }
    Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.getValue().equalsIgnoreCase("identity")) {
      throw Reason.FILE_ENCODED.with(shortly(encoding.getValue()));
    }
    HttpEntity entity = response.getEntity();
    if (entity.getContentLength() > mostBytes) {
      throw tooLarge();
    }
    byte[] content = content(entity.getContent());
    if (content.length == 0) {
      throw Reason.FILE_EMPTY.with();
    }
    return new Answer(new Fetched(content, type(entity.getContentType())), null);
  }

  /** Counted as it comes: a length that was told may be none, or false. */
  private byte[] content(InputStream stream) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream(PART);
    byte[] part = new byte[PART];
    for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
      content.write(part, 0, read);
      if (content.size() > mostBytes) {
        throw tooLarge();
      }
    }
    return content.toByteArray();
  }

  private NotFetched tooLarge() {
    return Reason.FILE_TOO_LARGE.with(mostBytes / (1024 * 1024));
  }

  private static String type(String told) {
    return told == null ? null : told.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  private static String shortly(String told) {
    return told.length() < 40 ? told : told.substring(0, 40) + "…";
  }
}
