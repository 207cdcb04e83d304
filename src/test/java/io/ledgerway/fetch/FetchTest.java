package io.ledgerway.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerway.fetch.NotFetched.Reason;
import io.ledgerway.local.FileServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses from outside, at a server at 127.0.0.1, which these tests name as the one network of
 * our own; everything else inside is as forbidden as always.
 */
class FetchTest {

  /** For what is cut. */
  private static final Duration TIME = Duration.ofSeconds(2);

  /** For what is not: more than the busiest machine needs. */
  private static final Duration ENOUGH = Duration.ofSeconds(30);

  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] PDF = FileServer.PDF.getBytes(US_ASCII);

  private static FileServer server;
  private Names names;
  private OutsideCalls calls;
  private Fetch fetch;

  @BeforeAll
  static void serve() {
    server = FileServer.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void start() {
    names = new Names().leads("files.example", "127.0.0.1");
    fetch = fetch(server.context());
  }

  @AfterEach
  void end() {
    calls.close();
  }

  private Fetch fetch(SSLContext trust) {
    return fetch(trust, ENOUGH, ENOUGH);
  }

  private Fetch fetch(SSLContext trust, Duration connect, Duration time) {
    if (calls != null) {
      calls.close();
    }
    calls = new OutsideCalls(names, new PublicInternet(List.of("127.0.0.1/32")), trust, connect);
    return new Fetch(calls, new Fetch.Limits(10L * MEGABYTE, time));
  }

  @Test
  void a_file_is_fetched_with_its_type_and_nothing_is_sent_along() {
    server.gives("/a.pdf?t=1%2F2", "Application/PDF; name=a", PDF);

    Fetched file = get("/a.pdf?t=1%2F2");

    assertThat(file.content()).isEqualTo(PDF);
    assertThat(file.contentType()).isEqualTo("application/pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "http://files.example:PORT/a.pdf,               ADDRESS_WRONG",
    "file:///etc/passwd,                            ADDRESS_WRONG",
    "ftp://files.example/a.pdf,                     ADDRESS_WRONG",
    "jar:https://files.example!/a,                  ADDRESS_WRONG",
    "//files.example/a.pdf,                         ADDRESS_WRONG",
    "https:///a.pdf,                                ADDRESS_WRONG",
    "https://files .example/,                       ADDRESS_WRONG",
    "https://me:secret@files.example:PORT/a.pdf,    ADDRESS_WRONG",
    "https://elsewhere.example:PORT/a.pdf,          HOST_NOT_ALLOWED",
    "https://files.example.evil.example:PORT/a.pdf, HOST_NOT_ALLOWED",
    "https://evilfiles.example:PORT/a.pdf,          HOST_NOT_ALLOWED",
    "https://files.example/a.pdf,                   HOST_NOT_ALLOWED",
    "https://files.example:22/a.pdf,                HOST_NOT_ALLOWED",
    "https://127.0.0.1:PORT/a.pdf,                  HOST_NOT_ALLOWED",
    "https://[::1]:PORT/a.pdf,                      HOST_NOT_ALLOWED",
    "https://[::ffff:127.0.0.1]:PORT/a.pdf,         HOST_NOT_ALLOWED",
    "https://2130706433:PORT/a.pdf,                 HOST_NOT_ALLOWED"
  })
  void an_address_that_is_not_https_or_of_no_allowed_host_is_refused(String address, Reason why) {
    server.gives("/a.pdf", "application/pdf", PDF);
    server.asked().clear();

    assertThat(refused(address.replace("PORT", "" + server.port()))).isEqualTo(why);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void names_below_an_allowed_one_are_allowed_where_it_says_so_and_the_name_itself_is_not() {
    AllowedHosts hosts = new AllowedHosts(List.of("*.example", "a.other:8443"));

    assertThat(hosts.allow(java.net.URI.create("https://x.y.EXAMPLE/"))).isTrue();
    assertThat(hosts.allow(java.net.URI.create("https://a.other:8443/"))).isTrue();
    assertThat(hosts.allow(java.net.URI.create("https://example/"))).isFalse();
    assertThat(hosts.allow(java.net.URI.create("https://xexample/"))).isFalse();
    assertThat(hosts.allow(java.net.URI.create("https://a.other/"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.2",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.0.1",
        "100.64.0.1",
        "::1",
        "fd00::1",
        "fe80::1",
        "::ffff:10.0.0.1",
        "2002:a00:1::1",
        "64:ff9b::a00:1"
      })
  void an_allowed_host_whose_name_leads_inside_is_refused(String inside) {
    names = new Names().leads("files.example", inside);
    fetch = fetch(server.context());

    NotFetched not = failure(at("/a.pdf"));

    assertThat(not.reason()).isEqualTo(Reason.ADDRESS_INSIDE);
    assertThat(not.plainMessage()).contains("files.example");
  }

  @Test
  void one_address_inside_among_good_ones_is_refused() {
    names = new Names().leads("files.example", "127.0.0.1", "10.0.0.1");
    fetch = fetch(server.context());

    assertThat(refused(at("/a.pdf"))).isEqualTo(Reason.ADDRESS_INSIDE);
  }

  @Test
  void a_name_that_leads_elsewhere_between_check_and_call_is_called_where_it_was_checked() {
    // Nobody listens at the second one: the file came from the first.
    names = new Names().leads("files.example", "127.0.0.1").leads("files.example", "127.0.0.2");
    fetch = fetch(server.context());
    server.gives("/pinned.pdf", "application/pdf", PDF);

    assertThat(get("/pinned.pdf").content()).isEqualTo(PDF);
    assertThat(names.asked).containsExactly("files.example");
  }

  @Test
  void a_name_that_leads_inside_after_a_redirect_is_refused() {
    names =
        new Names().leads("files.example", "127.0.0.1").leads("files.example", "169.254.169.254");
    fetch = fetch(server.context());
    server.says("/moved", 302, "Location: /there.pdf");

    assertThat(refused(at("/moved"))).isEqualTo(Reason.ADDRESS_INSIDE);
  }

  @Test
  void redirects_are_followed_three_times_each_checked_as_the_first_was() {
    server.says("/1", 301, "Location: /2");
    server.says("/2", 307, "Location: " + at("/3"));
    server.says("/3", 303, "Location: 4.pdf");
    server.gives("/4.pdf", "application/pdf", PDF);
    assertThat(get("/1").content()).isEqualTo(PDF);

    server.says("/0", 302, "Location: /1");
    assertThat(refused(at("/0"))).isEqualTo(Reason.TOO_MANY_REDIRECTS);

    server.says("/loop", 302, "Location: /loop");
    assertThat(refused(at("/loop"))).isEqualTo(Reason.TOO_MANY_REDIRECTS);
  }

  @ParameterizedTest
  @CsvSource({
    "http://files.example/a.pdf,          ADDRESS_WRONG",
    "file:///etc/passwd,                  ADDRESS_WRONG",
    "https://169.254.169.254/latest/meta, HOST_NOT_ALLOWED",
    "https://localhost/a.pdf,             HOST_NOT_ALLOWED",
    "https://elsewhere.example/a.pdf,     HOST_NOT_ALLOWED",
    "ht tp://x,                           ADDRESS_WRONG"
  })
  void a_redirect_to_what_is_not_allowed_is_refused(String to, Reason why) {
    server.says("/away", 302, "Location: " + to);

    assertThat(refused(at("/away"))).isEqualTo(why);
  }

  @Test
  void what_says_that_it_is_ten_gigabytes_is_not_read_at_all() {
    AtomicLong written = new AtomicLong();
    server.answers("/huge", out -> endless(out, "Content-Length: 10737418240\r\n", written));

    assertThat(refused(at("/huge"))).isEqualTo(Reason.FILE_TOO_LARGE);
    assertThat(written.get()).isLessThan(8L * MEGABYTE);
  }

  @Test
  void what_does_not_say_its_length_is_cut_after_ten_megabytes() {
    AtomicLong written = new AtomicLong();
    server.answers("/untold", out -> endless(out, "Connection: close\r\n", written));

    assertThat(refused(at("/untold"))).isEqualTo(Reason.FILE_TOO_LARGE);
    assertThat(written.get()).isLessThan(20L * MEGABYTE);
  }

  @Test
  void ten_megabytes_are_taken_and_a_byte_more_is_not() {
    server.gives("/most", "application/pdf", new byte[10 * MEGABYTE]);
    server.gives("/more", "application/pdf", new byte[10 * MEGABYTE + 1]);

    assertThat(get("/most").content()).hasSize(10 * MEGABYTE);
    assertThat(refused(at("/more"))).isEqualTo(Reason.FILE_TOO_LARGE);
  }

  @Test
  void a_body_that_drips_is_cut_when_its_time_is_up() {
    server.answers(
        "/drip",
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(US_ASCII));
          drip(out, "x");
        });

    assertCutInTime(at("/drip"));
  }

  @Test
  void a_head_that_drips_is_cut_when_its_time_is_up() {
    server.answers(
        "/drip-head",
        out -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
          drip(out, "X-More: x\r\n");
        });

    assertCutInTime(at("/drip-head"));
  }

  @Test
  void redirects_that_drip_share_one_time() {
    server.answers("/slow-1", out -> moved(out, "/slow-2"));
    server.answers("/slow-2", out -> moved(out, "/slow-3"));
    server.answers("/slow-3", out -> moved(out, "/slow-4"));

    assertCutInTime(at("/slow-1"));
  }

  @Test
  void a_server_that_never_shakes_hands_is_given_up_like_one_that_is_not_there()
      throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      long begin = System.nanoTime();
      int port = silent.getLocalPort();
      fetch = fetch(server.context(), Duration.ofSeconds(1), ENOUGH);

      assertThat(failure("https://files.example:" + port + "/", "files.example:" + port).reason())
          .isEqualTo(Reason.HOST_NOT_REACHED);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(ENOUGH.dividedBy(2));
    }
  }

  @Test
  void a_handshake_that_drips_is_cut_when_its_time_is_up() throws IOException {
    try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture.runAsync(
          () -> {
            try (var client = slow.accept()) {
              // A record of sixteen thousand bytes, of which one comes now and then.
              client.getOutputStream().write(new byte[] {0x16, 0x03, 0x03, 0x3f, 0x00});
              drip(client.getOutputStream(), "x");
            } catch (IOException cut) {
              // as it should be
            }
          });

      assertCutInTime("https://files.example:" + slow.getLocalPort() + "/", slow.getLocalPort());
    }
  }

  @Test
  void a_server_that_cannot_prove_who_it_is_gives_nothing() throws NoSuchAlgorithmException {
    fetch = fetch(SSLContext.getDefault());
    server.gives("/a.pdf", "application/pdf", PDF);

    NotFetched not = failure(at("/a.pdf"));

    assertThat(not.reason()).isEqualTo(Reason.HOST_NOT_REACHED);
    assertThat(not.plainMessage()).contains("prove who it is");
  }

  @Test
  void a_certificate_of_another_name_is_not_taken() {
    names = new Names().leads("imposter.example", "127.0.0.1");
    fetch = fetch(server.context());
    String address = "https://imposter.example:" + server.port() + "/a.pdf";

    NotFetched not = failure(address, "imposter.example:" + server.port());

    assertThat(not.plainMessage()).contains("prove who it is");
  }

  @ParameterizedTest
  @CsvSource({
    "404, FILE_GONE,      false",
    "410, FILE_GONE,      false",
    "403, FILE_GONE,      false",
    "401, FILE_GONE,      false",
    "429, FILE_NOT_GIVEN, true",
    "500, FILE_NOT_GIVEN, true",
    "503, FILE_NOT_GIVEN, true",
    "204, FILE_NOT_GIVEN, true",
    "206, FILE_NOT_GIVEN, true"
  })
  void what_is_no_file_says_whether_it_is_worth_trying_again(
      int status, Reason why, boolean again) {
    server.says("/status", status);

    NotFetched not = failure(at("/status"));

    assertThat(not.reason()).isEqualTo(why);
    assertThat(not.again()).isEqualTo(again);
  }

  @Test
  void what_is_empty_or_packed_is_not_taken_and_who_is_not_there_is_tried_again() {
    server.says("/empty", 200);
    server.says("/packed", 200, "Content-Encoding: gzip");

    assertThat(refused(at("/empty"))).isEqualTo(Reason.FILE_EMPTY);
    assertThat(refused(at("/packed"))).isEqualTo(Reason.FILE_ENCODED);
    names = new Names();
    fetch = fetch(server.context());
    assertThat(failure(at("/x")).again()).isTrue();
  }

  private static void moved(OutputStream out, String to) throws IOException {
    pause(Duration.ofMillis(900));
    out.write(
        ("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + to + "\r\n\r\n")
            .getBytes(US_ASCII));
  }

  private static void drip(OutputStream out, String what) throws IOException {
    while (true) {
      out.write(what.getBytes(US_ASCII));
      out.flush();
      pause(Duration.ofMillis(100));
    }
  }

  private static void pause(Duration time) {
    java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
  }

  private static void endless(OutputStream out, String head, AtomicLong written)
      throws IOException {
    out.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n").getBytes(US_ASCII));
    byte[] part = new byte[64 * 1024];
    while (true) {
      out.write(part);
      written.addAndGet(part.length);
    }
  }

  private void assertCutInTime(String address) {
    assertCutInTime(address, server.port());
  }

  private void assertCutInTime(String address, int port) {
    fetch = fetch(server.context(), TIME, TIME);
    long begin = System.nanoTime();
    assertThat(failure(address, "files.example:" + port).reason()).isEqualTo(Reason.TOO_SLOW);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(TIME.minusMillis(50), TIME.plusSeconds(3));
  }

  private static String at(String path) {
    return "https://files.example:" + server.port() + path;
  }

  private Fetched get(String path) {
    return fetch.fetch(at(path), hosts("files.example:" + server.port()));
  }

  private Reason refused(String address) {
    return failure(address).reason();
  }

  private NotFetched failure(String address) {
    return failure(address, "files.example:" + server.port());
  }

  private NotFetched failure(String address, String allowed) {
    NotFetched not =
        catchThrowableOfType(NotFetched.class, () -> fetch.fetch(address, hosts(allowed)));
    assertThat(not).as("what is told of %s", address).isNotNull();
    assertThat(not.hint()).isNotBlank();
    return not;
  }

  private static AllowedHosts hosts(String... allowed) {
    return new AllowedHosts(List.of(allowed));
  }
}
