package io.ledgerway.company;

import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far an import has come while it runs, and what it found.
 *
 * @param pages calls that brought records
 * @param expected as many records as Xero announced, so far as it did
 * @param changed records that differed from what was known
 */
@Schema(name = "ImportReport")
public record ImportReport(
    int pages,
    int records,
    int expected,
    int changed,
    List<Part> resources,
    @Schema(description = "What somebody should look at.") List<Attention> attention) {

  /** One resource of Xero's; {@code changed} is missing until all of it has been read. */
  @Schema(name = "ImportedResource")
  public record Part(String resource, int pages, int records, Integer expected, Integer changed) {
    private int announced() {
      return expected == null ? records : expected;
    }
  }

  /** One thing to look at, and what to do. */
  @Schema(name = "ImportAttention")
  public record Attention(String code, String subject, String message, String action) {}

  static ImportReport of(JdbcClient jdbc, String company) {
    List<Part> parts =
        jdbc.sql(SqlFile.read("company/import-progress"))
            .param("company", company)
            .query(Part.class)
            .list();
    return new ImportReport(
        parts.stream().mapToInt(Part::pages).sum(),
        parts.stream().mapToInt(Part::records).sum(),
        parts.stream().mapToInt(Part::announced).sum(),
        parts.stream().mapToInt(part -> part.changed() == null ? 0 : part.changed()).sum(),
        parts,
        jdbc.sql(SqlFile.read("company/import-attention"))
            .param("company", company)
            .query(Attention.class)
            .list());
  }
}
