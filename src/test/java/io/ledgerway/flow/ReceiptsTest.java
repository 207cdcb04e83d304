package io.ledgerway.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.FileServer;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts follow their documents into Xero: each once, each for itself. */
@ExtendWith(ExpensifyExtension.class)
class ReceiptsTest {

  private static final Engine ENGINE = Engine.shared();
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] PDF = FileServer.PDF.getBytes(US_ASCII);
  private static final AtomicInteger PATHS = new AtomicInteger();

  @Test
  void none_follow_until_the_company_chooses_and_then_those_of_before_do_too() {
    Company company = ENGINE.company();
    Sample sample =
        with(
            company.expenses(71).cards(1, 1).get(0),
            document("r", "receipt", "Taxi.pdf", good()),
            document("s", "supporting", "Agenda.pdf", good()));
    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(states(company)).isEqualTo(Map.of("r", "NOT_CHOSEN", "s", "NOT_CHOSEN"));
    assertThat(attachments(company)).isEmpty();

    choose(company, "RECEIPTS");
    awaitStates(company, Map.of("r", "ATTACHED", "s", "NOT_CHOSEN"));
    choose(company, "ALL");
    awaitStates(company, Map.of("r", "ATTACHED", "s", "ATTACHED"));

    JsonNode receipt = receipt(company, "r");
    JsonNode inXero = attachments(company).get(0);
    assertThat(inXero.get("FileName").asText())
        .isEqualTo(receipt.get("name").asText())
        .matches("Taxi-[0-9a-f]{8}\\.pdf");
    assertThat(inXero.get("AttachmentID").asText()).isEqualTo(receipt.get("xeroId").asText());
    assertThat(inXero.get("MimeType").asText()).isEqualTo("application/pdf");
    assertThat(receipt.get("size").asInt()).isEqualTo(PDF.length);
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", 1L));
  }

  @Test
  void names_are_cleaned_of_what_xero_refuses_and_kept_apart() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    List<String> names =
        List.of(
            "a<b>c:d\"e/f\\g|h?i*j+k.pdf",
            "../../etc/passwd",
            "Quittung März 2026.PDF",
            "receipt.pdf",
            "RECEIPT.pdf",
            "invoice\u202Efdp.exe",
            "x".repeat(900) + ".pdf",
            "...",
            "100% #1 & co.pdf");
    List<ObjectNode> documents = new ArrayList<>();
    names.forEach(name -> documents.add(document("d" + documents.size(), "receipt", name, good())));
    documents.add(document("unnamed", "receipt", null, good()));
    ENGINE.send(
        List.of(
            with(company.expenses(72).cards(1, 1).get(0), documents.toArray(ObjectNode[]::new))));

    Map<String, String> all = new TreeMap<>();
    documents.forEach(each -> all.put(each.get("id").asText(), "ATTACHED"));
    awaitStates(company, all);
    assertThat(attachments(company))
        .hasSize(10)
        .extracting(each -> each.get("FileName").asText())
        .allSatisfy(
            name -> assertThat(name).doesNotContainPattern("[<>:\"/\\\\|?*+\\p{Cntrl}\u202E]"))
        .anySatisfy(name -> assertThat(name).startsWith("Quittung März 2026-").endsWith(".pdf"))
        .anySatisfy(name -> assertThat(name).startsWith("etc_passwd-").endsWith(".pdf"))
        .anySatisfy(name -> assertThat(name).startsWith("receipt-"));
  }

  @Test
  void each_that_cannot_be_attached_says_why_and_neither_the_document_nor_others_are_concerned() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    String page = path();
    ENGINE.files.gives(page, "text/html", "<html>Please sign in</html>".getBytes(US_ASCII));
    String disguised = path();
    ENGINE.files.gives(disguised, "application/pdf", "<html>no</html>".getBytes(US_ASCII));
    String picture = path();
    ENGINE.files.gives(picture, "image/heic", "\0\0\0\30ftypheic".getBytes(US_ASCII));
    String large = path();
    ENGINE.files.answers(
        large,
        out ->
            out.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 10737418240\r\n\r\n"
                    .getBytes(US_ASCII)));
    String inside = path();
    ENGINE.files.says(inside, 302, "Location: https://169.254.169.254/latest/meta-data");
    Sample sample =
        with(
            company.expenses(73).cards(1, 1).get(0),
            document("page", "receipt", "a.pdf", page),
            document("disguised", "receipt", "a.pdf", disguised),
            document("heic", "receipt", "a.heic", picture),
            document("large", "receipt", "a.pdf", large),
            document("inside", "receipt", "a.pdf", inside),
            document("gone", "receipt", "a.pdf", path()),
            url(document("elsewhere", "receipt", "a.pdf", "/"), "https://elsewhere.example/a.pdf"),
            url(document("plain", "receipt", "a.pdf", "/"), "http://localhost/a.pdf"),
            url(document("nothing", "receipt", "a.pdf", "/"), "no address at all"),
            document("well", "supporting", "b.pdf", good()));
    ENGINE.send(List.of(sample));

    Map<String, String> expected = new TreeMap<>();
    for (String failed :
        List.of(
            "page",
            "disguised",
            "heic",
            "large",
            "inside",
            "gone",
            "elsewhere",
            "plain",
            "nothing")) {
      expected.put(failed, "FAILED");
    }
    expected.put("well", "ATTACHED");
    awaitStates(company, expected);
    Map<String, String> codes = new TreeMap<>();
    posting(company)
        .get("receipts")
        .forEach(
            each -> {
              if (each.has("problems")) {
                JsonNode problem = each.at("/problems/0");
                assertThat(problem.get("message").asText()).isNotBlank();
                assertThat(problem.get("action").asText()).isNotBlank();
                codes.put(each.get("sourceId").asText(), problem.get("code").asText());
              }
            });
    assertThat(codes)
        .isEqualTo(
            Map.of(
                "page", "TYPE_NOT_TAKEN",
                "disguised", "TYPE_NOT_TAKEN",
                "heic", "TYPE_NOT_TAKEN",
                "large", "FILE_TOO_LARGE",
                "inside", "HOST_NOT_ALLOWED",
                "gone", "FILE_GONE",
                "elsewhere", "HOST_NOT_ALLOWED",
                "plain", "ADDRESS_WRONG",
                "nothing", "ADDRESS_WRONG"));
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", 1L));
    assertThat(attachments(company)).hasSize(1);
    assertThat(
            ENGINE.api.get("/companies/" + company.id() + "/postings?receipts=FAILED").get("items"))
        .hasSize(1);
    assertThat(
            ENGINE
                .api
                .get("/companies/" + company.id() + "/postings?receipts=SENDING")
                .get("items"))
        .isEmpty();
  }

  @Test
  void one_that_failed_is_tried_again_alone_when_somebody_asks() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    String path = path();
    ENGINE.send(
        List.of(
            with(
                company.expenses(74).cards(1, 1).get(0),
                document("r", "receipt", "a.pdf", path),
                document("other", "receipt", "b.pdf", path()))));
    awaitStates(company, Map.of("r", "FAILED", "other", "FAILED"));

    ENGINE.files.gives(path, "application/pdf", PDF);
    ENGINE.api.post(retry(company, "r"));

    awaitStates(company, Map.of("r", "ATTACHED", "other", "FAILED"));
    assertThat(receipt(company, "r").has("problems")).isFalse();
    assertThatThrownBy(() -> ENGINE.api.post(retry(company, "r")))
        .hasMessageContaining("RECEIPT_NOT_FAILED");
    assertThatThrownBy(
            () ->
                ENGINE.api.post(
                    retry(company, "r")
                        .replaceFirst("receipts/[^/]*", "receipts/" + receiptless())))
        .hasMessageContaining("NOT_FOUND");
    assertThat(attachments(company)).hasSize(1);
  }

  @Test
  void a_source_that_is_away_for_a_while_is_asked_again_by_itself() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    String path = path();
    ENGINE.files.says(path, 503);
    ENGINE.send(
        List.of(
            with(
                company.expenses(75).cards(1, 1).get(0), document("r", "receipt", "a.pdf", path))));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> receipt(company, "r").path("attempts").asInt() >= 2);
    assertThat(receipt(company, "r").at("/problems/0/code").asText()).isEqualTo("FILE_NOT_GIVEN");
    assertThat(receipt(company, "r").get("state").asText()).isEqualTo("WAITING");

    ENGINE.files.gives(path, "application/octet-stream", PDF);

    awaitStates(company, Map.of("r", "ATTACHED"));
    assertThat(attachments(company).get(0).get("MimeType").asText()).isEqualTo("application/pdf");
  }

  @Test
  void who_does_not_answer_is_not_asked_for_each_receipt_and_delays_no_other_company() {
    Company slow = ENGINE.company();
    Company other = ENGINE.company();
    choose(slow, "ALL");
    choose(other, "ALL");
    String first = path();
    String second = path();
    for (String path : List.of(first, second)) {
      ENGINE.files.answers(
          path, out -> java.util.concurrent.locks.LockSupport.parkNanos(20_000_000_000L));
    }
    ENGINE.send(
        List.of(
            with(
                slow.expenses(85).cards(1, 1).get(0),
                document("first", "receipt", "a.pdf", first),
                document("second", "receipt", "b.pdf", second))));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ENGINE.files.asked().contains(first));
    ENGINE.send(
        List.of(
            with(
                other.expenses(86).cards(1, 1).get(0), document("r", "receipt", "a.pdf", good()))));
    awaitStates(other, Map.of("r", "ATTACHED"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> receipt(slow, "first").at("/problems/0/code").asText().equals("TOO_SLOW"));
    assertThat(ENGINE.files.asked()).doesNotContain(second);

    ENGINE.files.gives(first, "application/pdf", PDF);
    ENGINE.files.gives(second, "application/pdf", PDF);
    ENGINE.api.post(retry(slow, "first"));
    awaitStates(slow, Map.of("first", "ATTACHED", "second", "ATTACHED"));
  }

  @Test
  void ten_are_attached_and_those_beyond_are_told() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    List<ObjectNode> documents = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      documents.add(document("d" + i, i < 10 ? "receipt" : "supporting", "a.pdf", good()));
    }
    ENGINE.send(
        List.of(
            with(company.expenses(76).cards(1, 1).get(0), documents.toArray(ObjectNode[]::new))));

    Map<String, String> expected = new TreeMap<>();
    documents.forEach(each -> expected.put(each.get("id").asText(), "ATTACHED"));
    expected.put("d10", "FAILED");
    expected.put("d11", "FAILED");
    awaitStates(company, expected);
    assertThat(receipt(company, "d11").at("/problems/0/code").asText()).isEqualTo("TOO_MANY_FILES");
    assertThat(attachments(company)).hasSize(10);
  }

  @Test
  void one_whose_answer_was_lost_is_looked_for_and_not_sent_twice() {
    Company company = ENGINE.company();
    ENGINE.send(
        List.of(
            with(
                company.expenses(77).cards(1, 1).get(0),
                document("there", "receipt", "a.pdf", good()),
                document("not", "receipt", "b.pdf", good()))));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    fault(company, "drop-answer", 1);
    choose(company, "ALL");
    awaitStates(company, Map.of("there", "ATTACHED", "not", "ATTACHED"));

    assertThat(attachments(company)).hasSize(2);
    assertThat(calls(company, "PUT")).as("each was sent once").isEqualTo(2);
    assertThat(calls(company, "GET")).as("looks").isEqualTo(1);
  }

  @Test
  void one_that_did_not_arrive_is_sent_again_under_the_same_name() {
    Company company = ENGINE.company();
    ENGINE.send(
        List.of(
            with(
                company.expenses(78).cards(1, 1).get(0),
                document("r", "receipt", "a.pdf", good()))));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    fault(company, "drop-request", 2);
    choose(company, "ALL");
    awaitProblem(company, "XERO_SILENT");
    awaitStates(company, Map.of("r", "ATTACHED"));

    assertThat(attachments(company)).hasSize(1);
  }

  @Test
  void
      those_that_come_late_follow_when_they_come_and_a_change_of_the_document_is_refused_as_ever() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    Sample plain = company.expenses(79).cards(1, 1).get(0);
    ENGINE.send(List.of(with(plain)));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));

    Sample sameVersion = with(plain, document("late", "receipt", "a.pdf", good()));
    ENGINE.send(List.of(sameVersion));
    awaitStates(company, Map.of("late", "ATTACHED"));

    ENGINE.send(List.of(versioned(with(plain, document("later", "receipt", "b.pdf", good())), 2)));
    awaitStates(company, Map.of("late", "ATTACHED", "later", "ATTACHED"));

    Sample changed = with(plain, document("of-a-change", "receipt", "c.pdf", good()));
    ENGINE.send(
        List.of(
            versioned(
                new Sample(
                    changed.id(),
                    changed.key(),
                    changed.value().replaceFirst("\"merchant\":\"", "\"merchant\":\"The new "),
                    changed.fate(),
                    changed.why()),
                3)));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                ENGINE.api.deadLetters().stream()
                    .filter(letter -> letter.path("key").asText().equals(company.id()))
                    .map(letter -> letter.get("code").asText())
                    .toList(),
            List.of("ALREADY_SENT")::equals);
    assertThat(states(company)).doesNotContainKey("of-a-change");
    assertThat(attachments(company)).hasSize(2);
    assertThat(posting(company).get("version").asInt()).isEqualTo(1);
  }

  @Test
  void an_address_that_has_run_out_is_given_anew_by_the_source() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    Sample plain = company.expenses(80).cards(1, 1).get(0);
    ENGINE.send(List.of(with(plain, document("r", "receipt", "a.pdf", path()))));
    awaitStates(company, Map.of("r", "FAILED"));

    ENGINE.send(List.of(with(plain, document("r", "receipt", "a.pdf", good()))));

    awaitStates(company, Map.of("r", "ATTACHED"));
  }

  @Test
  void what_is_replaced_before_it_is_posted_has_the_receipts_that_it_names_then() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    Sample plain = company.expenses(81).cards(1, 1).get(0);
    Sample held =
        with(
            new Sample(
                plain.id(),
                plain.key(),
                plain
                    .value()
                    .replaceFirst("\"email\":\"[^\"]*\"", "\"email\":\"x@nowhere.example\""),
                plain.fate(),
                plain.why()),
            document("kept", "receipt", "a.pdf", good()),
            document("dropped", "receipt", "b.pdf", good()));
    ENGINE.send(List.of(held));
    ENGINE.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(states(company)).isEqualTo(Map.of("kept", "WAITING", "dropped", "WAITING"));

    ENGINE.send(
        List.of(
            versioned(
                with(
                    plain,
                    document("kept", "receipt", "a.pdf", good()),
                    document("new", "receipt", "c.pdf", good())),
                2)));

    awaitStates(company, Map.of("kept", "ATTACHED", "new", "ATTACHED"));
  }

  @Test
  void what_is_undone_and_posted_anew_gets_its_receipts_again() {
    Company company = ENGINE.company();
    choose(company, "ALL");
    Sample sample =
        with(company.expenses(82).cards(1, 1).get(0), document("r", "receipt", "a.pdf", good()));
    ENGINE.send(List.of(sample));
    awaitStates(company, Map.of("r", "ATTACHED"));
    JsonNode first = posting(company);
    ENGINE.api.post(
        "/companies/" + company.id() + "/postings/" + first.get("id").asText() + "/undo", Map.of());
    ENGINE.awaitSummary(company, Map.of("UNDONE", 1L, "POSTED", 1L));
    ENGINE.send(List.of(versioned(sample, 2)));
    ENGINE.awaitSummary(company, Map.of("POSTED", 2L));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode again =
                  ENGINE.api.get(
                      "/companies/" + company.id() + "/postings/" + first.get("id").asText());
              assertThat(again.get("xeroId").asText()).isNotEqualTo(first.get("xeroId").asText());
              assertThat(again.at("/receipts/0/state").asText()).isEqualTo("ATTACHED");
              assertThat(attachments(company, again)).hasSize(1);
            });
    assertThat(attachments(company, first)).hasSize(1);
  }

  @Test
  void what_xero_refuses_is_told_in_its_words() {
    Company company = ENGINE.company();
    Sample sample =
        with(company.expenses(83).cards(1, 1).get(0), document("r", "receipt", "a.pdf", good()));
    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    // Somebody has attached ten by hand.
    XeroClient xero = XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation());
    String document = "BankTransactions/" + posting(company).get("xeroId").asText();
    for (int i = 0; i < 10; i++) {
      xero.attach(document, i + ".pdf", PDF);
    }
    choose(company, "ALL");
    awaitStates(company, Map.of("r", "FAILED"));

    assertThat(receipt(company, "r").at("/problems/0/code").asText()).isEqualTo("REFUSED_BY_XERO");
    assertThat(receipt(company, "r").at("/problems/0/message").asText()).contains("10 attachments");
  }

  @Test
  void where_xero_takes_no_files_that_is_told() {
    Company company = ENGINE.company();
    ENGINE.send(
        List.of(
            with(
                company.expenses(85).cards(1, 1).get(0),
                document("r", "receipt", "a.pdf", good()))));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    // No source of this engine makes payments, so that this document becomes one.
    JdbcClient.create(ENGINE.around.postgres().dataSource(ENGINE.around.settings().database()))
        .sql("update posting set resource = 'Payments' where company = :company")
        .param("company", company.id())
        .update();
    choose(company, "ALL");

    awaitStates(company, Map.of("r", "FAILED"));
    awaitProblem(company, "NO_FILES_HERE");
  }

  private static void awaitProblem(Company company, String code) {
    Awaitility.await(code)
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> receipt(company, "r").at("/problems/0/code").asText().equals(code));
  }

  @Test
  void a_period_is_to_be_had_as_a_zip_with_an_index_of_what_there_is_and_what_is_missing()
      throws Exception {
    Company company = ENGINE.company();
    choose(company, "RECEIPTS");
    List<Sample> samples = company.expenses(84).cards(3, 1);
    String changed = path();
    ENGINE.files.gives(changed, "application/pdf", PDF);
    ENGINE.send(
        List.of(
            with(
                samples.get(0),
                document("r", "receipt", "=cmd()/../a.pdf", good()),
                document("s", "supporting", "b.pdf", good())),
            with(
                samples.get(1),
                document("changed", "receipt", "c.pdf", changed),
                document("gone", "receipt", "d.pdf", path())),
            with(samples.get(2))));
    ENGINE.awaitSummary(company, Map.of("POSTED", 3L));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                ENGINE
                        .api
                        .get("/companies/" + company.id() + "/postings?receipts=ATTACHED")
                        .get("items")
                        .size()
                    == 2);
    ENGINE.files.gives(changed, "application/pdf", (FileServer.PDF + "%more\n").getBytes(US_ASCII));
    long calls = calls(company, "GET") + calls(company, "PUT");

    Map<String, byte[]> zip = unzip(get(company, "/receipts.zip?from=2020-01-01&to=2020-12-31"));
    assertThat(zip.keySet()).containsExactly("index.csv");
    String today = java.time.LocalDate.now(java.time.Clock.systemUTC()).toString();
    zip =
        unzip(
            get(
                company,
                "/receipts.zip?from="
                    + java.time.LocalDate.parse(today).minusDays(360)
                    + "&to="
                    + today));

    assertThat(zip).hasSize(4);
    assertThat(zip.keySet())
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .matches("index\\.csv|[0-9-]{10}/exp-[0-9]+/[A-Za-z][^/\\\\]*\\.pdf"));
    String index = new String(zip.get("index.csv"), java.nio.charset.StandardCharsets.UTF_8);
    List<String> lines = List.of(index.split("\r\n"));
    assertThat(lines).hasSize(6);
    assertThat(line(lines, "\"r\"")).contains("\"ATTACHED\"", "\"yes\"");
    assertThat(line(lines, "\"s\"")).contains("\"WAITING\"", "b-");
    assertThat(line(lines, "\"changed\"")).contains("\"ATTACHED\"", "\"no\"");
    assertThat(line(lines, "\"gone\"")).contains("\"FAILED\"", "no longer gives the file");
    assertThat(calls(company, "GET") + calls(company, "PUT")).as("calls to Xero").isEqualTo(calls);
    assertThat(new String(get(company, "/receipts.zip?from=2026-02-01&to=2026-01-01"), US_ASCII))
        .contains("PERIOD_NOT_VALID");
    assertThat(new String(get(company, "/receipts.zip?from=2024-01-01&to=2026-01-01"), US_ASCII))
        .contains("PERIOD_NOT_VALID");
  }

  private static String line(List<String> lines, String cell) {
    return lines.stream().filter(line -> line.contains("," + cell + ",")).findFirst().orElseThrow();
  }

  private static byte[] get(Company company, String path) throws Exception {
    return java.net.http.HttpClient.newHttpClient()
        .send(
            java.net.http.HttpRequest.newBuilder(
                    java.net.URI.create(ENGINE.uri() + "/api/v1/companies/" + company.id() + path))
                .header("X-API-Key", ENGINE.around.settings().apiKey())
                .build(),
            java.net.http.HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws java.io.IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static String receiptless() {
    return "00000000-0000-7000-8000-000000000000";
  }

  private static String path() {
    return "/file-" + PATHS.incrementAndGet();
  }

  private static String good() {
    String path = path();
    ENGINE.files.gives(path, "application/pdf", PDF);
    return path;
  }

  private static ObjectNode document(String id, String kind, String name, String path) {
    ObjectNode document = JSON.createObjectNode().put("id", id).put("kind", kind);
    if (name != null) {
      document.put("fileName", name);
    }
    return url(document, ENGINE.files.url(path));
  }

  private static ObjectNode url(ObjectNode document, String url) {
    return document.put("url", url);
  }

  private static Sample with(Sample sample, ObjectNode... documents) {
    ObjectNode event = (ObjectNode) read(sample.value());
    event.remove("documents");
    if (documents.length > 0) {
      event.putArray("documents").addAll(List.of(documents));
    }
    return new Sample(sample.id(), sample.key(), event.toString(), sample.fate(), sample.why());
  }

  private static Sample versioned(Sample sample, int version) {
    return new Sample(
        sample.id(),
        sample.key(),
        ((ObjectNode) read(sample.value())).put("version", version).toString(),
        sample.fate(),
        sample.why());
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static void choose(Company company, String receipts) {
    ENGINE.api.choose(company.id(), "perk", Map.of("receipts", receipts));
  }

  private static JsonNode posting(Company company) {
    return ENGINE.api.get("/companies/" + company.id() + "/postings").at("/items/0");
  }

  private static JsonNode receipt(Company company, String id) {
    for (JsonNode each : posting(company).path("receipts")) {
      if (each.get("sourceId").asText().equals(id)) {
        return each;
      }
    }
    return JSON.missingNode();
  }

  private static String retry(Company company, String id) {
    return "/companies/"
        + company.id()
        + "/postings/"
        + posting(company).get("id").asText()
        + "/receipts/"
        + receipt(company, id).get("id").asText()
        + "/retry";
  }

  private static Map<String, String> states(Company company) {
    Map<String, String> states = new TreeMap<>();
    posting(company)
        .path("receipts")
        .forEach(each -> states.put(each.get("sourceId").asText(), each.get("state").asText()));
    return states;
  }

  private static void awaitStates(Company company, Map<String, String> expected) {
    Awaitility.await("the receipts of " + company.id())
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(states(company)).isEqualTo(expected));
  }

  private static JsonNode attachments(Company company) {
    return attachments(company, posting(company));
  }

  private static JsonNode attachments(Company company, JsonNode posting) {
    return XeroClient.of(ENGINE.around.sandbox().uri(), company.organisation())
        .get(
            posting.get("resource").asText()
                + "/"
                + posting.get("xeroId").asText()
                + "/Attachments")
        .get("Attachments");
  }

  private static void fault(Company company, String kind, int calls) {
    ENGINE
        .switches()
        .arm(Fault.of(kind).on("PUT", "Attachments").forTenant(company.tenant()).next(calls));
  }

  /** Calls of the engine's about attachments that reached Xero. */
  private static long calls(Company company, String method) {
    return org.springframework.jdbc.core.simple.JdbcClient.create(
            ENGINE.around.postgres().dataSource(ENGINE.around.settings().database()))
        .sql(
            "select count(*) from xero_call where company = ? and method = ? and resource like"
                + " '%/Attachments%'")
        .param(company.id())
        .param(method)
        .query(Long.class)
        .single();
  }
}
