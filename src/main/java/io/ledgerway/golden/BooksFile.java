package io.ledgerway.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.problem.Mistake;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import io.ledgerway.yaml.YamlShape;
import io.ledgerway.yaml.YamlText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Books as a file, {@code books.yaml}, of which a case may change some. Immutable. */
public final class BooksFile {

  private static final YamlShape SHAPE =
      new YamlShape("/schemas/books.schema.json", "docs/workbench.md says what stands in books");
  private static final BooksFile EMPTY = new BooksFile(JsonNodeFactory.instance.objectNode());

  private final ObjectNode json;

  private BooksFile(ObjectNode json) {
    this.json = json;
  }

  /**
   * @return empty books when there is no such file
   * @throws MistakenFile when it cannot be used
   */
  public static BooksFile read(Path file) {
    if (Files.notExists(file)) {
      return EMPTY;
    }
    List<Mistake> mistakes = new ArrayList<>();
    YamlText yaml = read(file, mistakes::add);
    if (!mistakes.isEmpty()) {
      throw new MistakenFile(mistakes);
    }
    return new BooksFile((ObjectNode) yaml.json());
  }

  /** Books of the shape that such a file has; not changed afterwards. */
  public static BooksFile of(ObjectNode json) {
    // What is null is not there.
    return EMPTY.with(new BooksFile(json));
  }

  /**
   * @return the file, of the shape of books unless something was told; null when it is no YAML
   */
  public static YamlText read(Path file, Consumer<Mistake> wrong) {
    return SHAPE.read(file, wrong);
  }

  /** These books with what the other file says put in place; what it says is null goes. */
  public BooksFile with(BooksFile changed) {
    ObjectNode merged = json.deepCopy();
    merge(merged, changed.json);
    return new BooksFile(merged);
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.fields()
        .forEachRemaining(
            field -> {
              JsonNode there = into.get(field.getKey());
              if (field.getValue().isNull()) {
                into.remove(field.getKey());
              } else if (field.getValue() instanceof ObjectNode change) {
                merge(
                    there instanceof ObjectNode inner ? inner : into.putObject(field.getKey()),
                    change);
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }

  public Books books() {
    Books.Builder books = Books.of(json.path("company").asText("company")).version(1);
    JsonNode organisation = json.path("organisation");
    if (!organisation.isMissingNode()) {
      books.organisation(organisation(organisation));
    }
    json.path("currencies").forEach(currency -> books.currency(currency.asText()));
    each("accounts", (id, node) -> books.account(account(id, node)));
    each("taxRates", (type, node) -> books.taxRate(taxRate(type, node)));
    each("trackingOptions", (id, node) -> books.trackingOption(option(id, node)));
    each(
        "contacts",
        (id, node) ->
            books.contact(new Contact(id, text(node, "name"), text(node, "email"), active(node))));
    each("chosen", (source, names) -> choose(books, source, names));
    return books.build();
  }

  private static void choose(Books.Builder books, String source, JsonNode names) {
    for (Map.Entry<String, JsonNode> name : names.properties()) {
      if (name.getValue().isObject()) {
        name.getValue()
            .properties()
            .forEach(
                row -> books.choice(source, name.getKey(), row.getKey(), row.getValue().asText()));
      } else {
        books.choice(source, name.getKey(), "", name.getValue().asText());
      }
    }
  }

  /** The document of that source and id that stands in Xero. */
  public Optional<PostedDocument> posted(String source, String id) {
    JsonNode document = json.path("posted").path(source).path(id);
    return document.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new PostedDocument(
                text(document, "kind"),
                text(document, "resource"),
                text(document, "xeroId"),
                document.get("version").asInt()));
  }

  private void each(String name, BiConsumer<String, JsonNode> take) {
    json.path(name).properties().forEach(one -> take.accept(one.getKey(), one.getValue()));
  }

  private static Organisation organisation(JsonNode node) {
    String lockDate = text(node, "lockDate");
    return new Organisation(
        text(node, "id"),
        text(node, "name"),
        text(node, "baseCurrency"),
        text(node, "countryCode"),
        text(node, "shortCode"),
        lockDate == null ? null : LocalDate.parse(lockDate));
  }

  private static Account account(String id, JsonNode node) {
    return new Account(
        id,
        text(node, "code"),
        text(node, "name"),
        text(node, "type"),
        text(node, "class"),
        text(node, "taxType"),
        text(node, "currency"),
        text(node, "systemAccount"),
        active(node),
        imported(node));
  }

  private static TaxRate taxRate(String type, JsonNode node) {
    Set<String> classes = new LinkedHashSet<>();
    node.path("classes").forEach(one -> classes.add(one.asText()));
    return new TaxRate(
        type,
        text(node, "name"),
        new BigDecimal(node.get("rate").asText()),
        classes,
        active(node),
        imported(node));
  }

  private static TrackingOption option(String id, JsonNode node) {
    return new TrackingOption(
        id,
        text(node, "name"),
        text(node, "category"),
        text(node, "categoryName"),
        active(node),
        imported(node));
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  private static boolean active(JsonNode node) {
    return node.path("active").asBoolean(true);
  }

  private static boolean imported(JsonNode node) {
    return node.path("imported").asBoolean(true);
  }
}
