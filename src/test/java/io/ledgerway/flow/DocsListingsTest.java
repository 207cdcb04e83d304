package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page of the docs tells people to type is typed here, page after page, at one engine.
 */
class DocsListingsTest {

  private static final Path DOCS = Path.of("docs");

  /** Its listings write files where they are typed. */
  private static final Path PRODUCTION = DOCS.resolve("production.md");

  private static final String COMPANY = "acme";

  /** Pages whose listings build on those of the pages before; all others come behind them. */
  private static final List<String> IN_THIS_ORDER =
      List.of(
          "companies.md",
          "import-settings.md",
          "sync.md",
          "postings.md",
          "exports.md",
          "connections.md");

  /** Listings that are not typed here, by what they begin with, and why. */
  private static final Map<String, String> NOT_HERE =
      Map.of(
          "mvn ", "builds everything, and what it starts runs until somebody ends it",
          "curl -X POST \"$api/postings/", "needs a document in Xero: UndoTest makes these calls");

  private static final Pattern LISTING = Pattern.compile("(?ms)^```$\n(.*?)^```$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```\\w+$\n.*?^```$");

  private static Engine engine;
  private static SandboxBooks books;
  private static String settings;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
    books = SandboxBooks.read(engine.around.sandbox().uri(), "sandbox", "sandbox");
  }

  @Test
  void every_listing_does_what_its_page_says() throws Exception {
    int run = 0;
    for (Path page : pages()) {
      String text = FENCED.matcher(Files.readString(page)).replaceAll("");
      Matcher listing = LISTING.matcher(text);
      while (listing.find()) {
        if (NOT_HERE.keySet().stream().noneMatch(listing.group(1)::startsWith)) {
          run(page, listing.group(1));
          run++;
        }
      }
    }
    assertThat(run).isGreaterThan(15);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(IN_THIS_ORDER.stream().map(DOCS::resolve).toList());
    try (Stream<Path> all = Files.list(DOCS)) {
      all.filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !pages.contains(page))
          .sorted()
          .toList()
          .forEach(pages::add);
    }
    return pages;
  }

  private static void run(Path page, String listing) throws Exception {
    if (settings == null) {
      assertThat(listing).as("the first one sets what all others use").startsWith("KEY=");
      settings = listing;
    }
    // What fills a pipe that nobody reads would not end.
    Path output = Files.createTempFile("listing", ".txt");
    output.toFile().deleteOnExit();
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script(filledIn(listing)))
            .directory(page.equals(PRODUCTION) ? Files.createTempDirectory("docs").toFile() : null)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    shell.getOutputStream().close();
    boolean ended = shell.waitFor(30, TimeUnit.SECONDS);
    shell.descendants().forEach(ProcessHandle::destroy);
    shell.destroy();
    String told = Files.readString(output);
    assertThat(ended).as("%s%n%s ends%n%s", page, listing, told).isTrue();
    assertThat(shell.exitValue()).as("%s%n%s%n%s", page, listing, told).isZero();
    awaitRead();
  }

  private static String script(String listing) {
    return """
    LEDGERWAY_API_KEY='%s'
    curl() { command curl --silent --show-error --fail-with-body "$@"; echo; }
    %s
    %s
    """
        .formatted(engine.around.settings().apiKey(), settings, listing)
        .replace("http://localhost:8080", engine.uri().toString())
        .replace("localhost:8091", URI.create(ExpensifyExtension.url()).getAuthority());
  }

  /** What a listing leaves to its reader, in the order in which it is left. */
  private static String filledIn(String listing) {
    Map<String, Supplier<List<String>>> open =
        Map.of(
            "<AccountID of a bank account in Xero>", () -> books.bankAccounts(),
            "<AccountID>", () -> books.expenseAccounts(),
            "<TrackingCategoryID>", () -> categories("id"),
            "<TrackingOptionID>", () -> categories("options").subList(1, 2),
            "<id of a dead letter>", DocsListingsTest::deadLetters,
            "<of an offer>", DocsListingsTest::offers);
    String filled = listing;
    for (Map.Entry<String, Supplier<List<String>>> each : open.entrySet()) {
      if (filled.contains(each.getKey())) {
        List<String> values = each.getValue().get();
        for (String value : values) {
          filled = filled.replaceFirst(Pattern.quote(each.getKey()), value);
        }
        filled = filled.replace(each.getKey(), values.get(values.size() - 1));
      }
    }
    assertThat(filled).doesNotContainPattern("<[A-Za-z][^#>]*>");
    return filled;
  }

  private static List<String> categories(String field) {
    List<String> found = new ArrayList<>();
    JsonNode choices = engine.api.get("/companies/" + COMPANY + "/import-settings");
    for (JsonNode category : choices.get("trackingCategories")) {
      JsonNode value = category.get(field);
      found.add(value.isArray() ? value.at("/0/id").asText() : value.asText());
    }
    return found;
  }

  private static List<String> deadLetters() {
    engine.expenses.send(COMPANY, "{\"id\": \"of-the-docs\"");
    engine.expenses.flush();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                engine.api.deadLetters().stream()
                    .filter(letter -> letter.path("key").asText().equals(COMPANY))
                    .map(letter -> letter.get("id").asText())
                    .toList(),
            letters -> !letters.isEmpty());
  }

  /** A person consents to two organisations at once, which the page tells of. */
  private static List<String> offers() {
    List<String> tenants =
        Stream.of("One to offer", "Another to offer")
            .map(name -> engine.switches().addOrganisation(name, "NZ"))
            .map(Organisation::tenantId)
            .toList();
    Consenting person = new Consenting(engine.uri(), engine.around.settings().apiKey());
    engine.switches().changeApp("sandbox", Map.of("bulkConnections", true));
    person.comeBack(person.answer(person.ask(COMPANY), tenants, "allow"));
    engine.switches().changeApp("sandbox", Map.of("bulkConnections", false));
    return tenants.subList(0, 1);
  }

  private static void awaitRead() {
    boolean reads =
        engine.api.get("/companies").findValuesAsText("id").contains(COMPANY)
            && engine.api.company(COMPANY).hasNonNull("lastImport");
    if (reads) {
      CompanySetUp.awaitImport(engine.api, COMPANY);
    }
  }
}
