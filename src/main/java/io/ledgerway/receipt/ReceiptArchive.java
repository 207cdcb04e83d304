package io.ledgerway.receipt;

import io.ledgerway.digest.Sha256;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.fetch.Fetched;
import io.ledgerway.fetch.NotFetched;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * The receipts of a period's documents in one ZIP, file after file as their sources give them, so
 * that none of Xero's calls is spent on it; {@code index.csv} says of each document what there is
 * of it, and why something is missing. Thread-safe.
 */
@Component
public class ReceiptArchive {

  private static final int AT_ONCE = 2;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Statements statements;
  private final ReceiptFiles files;

  ReceiptArchive(Statements statements, ReceiptFiles files) {
    this.statements = statements;
    this.files = files;
  }

  /** A document, with one of its receipts or none. */
  private record Row(
      UUID posting,
      String source,
      String document,
      LocalDate date,
      String merchant,
      String employee,
      String currency,
      BigDecimal total,
      String resource,
      String xeroDocument,
      UUID receipt,
      String receiptId,
      String kind,
      String fileName,
      String url,
      String state,
      String name,
      String sha256) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("posting", UUID.class),
          row.getString("source"),
          row.getString("document"),
          row.getObject("document_date", LocalDate.class),
          row.getString("merchant"),
          row.getString("employee"),
          row.getString("currency"),
          row.getBigDecimal("total"),
          row.getString("resource"),
          row.getString("xero_document"),
          row.getObject("receipt", UUID.class),
          row.getString("receipt_id"),
          row.getString("kind"),
          row.getString("file_name"),
          row.getString("url"),
          row.getString("state"),
          row.getString("name"),
          row.getString("sha256"));
    }
  }

  /**
   * What came of one receipt.
   *
   * @param problem null when it is in the archive
   */
  private record Had(String entry, byte[] content, String type, String sha256, String problem) {
    static final Had NOTHING = new Had(null, null, null, null, null);
  }

  /**
   * Takes the room that an archive needs.
   *
   * @throws LedgerwayException {@code ARCHIVES_BUSY} when as many as can be are being made
   */
  public Making begin(String company, LocalDate from, LocalDate to) {
    if (!room.tryAcquire()) {
      throw new LedgerwayException(
          "ARCHIVES_BUSY",
          AT_ONCE + " archives of receipts are being made already.",
          "Ask again when one of them is done.");
    }
    return new Making(company, from, to);
  }

  /** An archive that is being made; its end gives the room back. Used once, by one thread. */
  public final class Making implements AutoCloseable {

    private final String company;
    private final LocalDate from;
    private final LocalDate to;
    private final ArchiveIndex index = new ArchiveIndex();

    private Making(String company, LocalDate from, LocalDate to) {
      this.company = company;
      this.from = from;
      this.to = to;
    }

    /** Writes it all; what fails half-way leaves no archive that could be taken for whole. */
    public void write(OutputStream out) throws IOException {
      ZipOutputStream zip = new ZipOutputStream(out);
      UUID after = BEFORE_ALL;
      while (after != null) {
        List<Row> rows = rows(after);
        for (Row row : rows) {
          add(row, zip);
        }
        after = rows.isEmpty() ? null : rows.get(rows.size() - 1).posting();
      }
      zip.putNextEntry(new ZipEntry("index.csv"));
      zip.write(index.bytes());
      zip.closeEntry();
      zip.finish();
    }

    private List<Row> rows(UUID after) {
      List<Row> rows = new ArrayList<>();
      statements
          .named("receipt/archive")
          .value("company", company)
          .value("after", after)
          .value("from", from)
          .value("to", to)
          .rows(row -> rows.add(Row.of(row)));
      return rows;
    }

    private void add(Row row, ZipOutputStream zip) throws IOException {
      Had had = row.receipt() == null ? Had.NOTHING : had(row);
      if (had.content() != null) {
        zip.putNextEntry(new ZipEntry(had.entry()));
        zip.write(had.content());
        zip.closeEntry();
      }
      index.add(
          row.document(),
          row.posting(),
          row.date(),
          row.merchant(),
          row.employee(),
          row.currency(),
          row.total() == null ? null : row.total().toPlainString(),
          DocumentResource.valueOf(row.resource()).endpoint(),
          row.xeroDocument(),
          row.receiptId(),
          row.kind(),
          row.state(),
          had.entry(),
          had.type(),
          had.content() == null ? null : had.content().length,
          had.sha256(),
          !"ATTACHED".equals(row.state()) || had.sha256() == null
              ? null
              : had.sha256().equals(row.sha256()) ? "yes" : "no",
          had.problem());
    }

    @Override
    public void close() {
      room.release();
    }
  }

  private Had had(Row row) {
    if (row.url() == null) {
      return missing(row, "Where it was is no longer kept.");
    }
    try {
      Fetched file = files.fetch(row.source(), row.url());
      FileType.Sent type = FileType.of(file.content(), file.contentType());
      if (type == null) {
        return missing(row, Trouble.TYPE_NOT_TAKEN.about(file.contentType()).message());
      }
      String name =
          row.name() == null
              ? AttachmentName.of(row.fileName(), type.ending(), row.receipt())
              : row.name();
      return new Had(
          row.date() + "/" + AttachmentName.part(row.document()) + "/" + name,
          file.content(),
          type.contentType(),
          Sha256.of(file.content()),
          null);
    } catch (NotFetched not) {
      return missing(row, not.plainMessage());
    }
  }

  private static Had missing(Row row, String why) {
    String there =
        !"ATTACHED".equals(row.state())
            ? ""
            : row.name() == null
                ? " It stands in Xero."
                : " It stands in Xero as " + row.name() + ".";
    return new Had(null, null, null, null, why + there);
  }
}
