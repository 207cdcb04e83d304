package io.ledgerway.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is sent as, or that it is not what Xero takes. */
class FileTypeTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "%PDF-1.7,            application/pdf,          application/pdf,  pdf",
        "xx%PDF-1.7,          application/pdf,          application/pdf,  pdf",
        "\u0089PNG,           image/png,                image/png,        png",
        "\u00ff\u00d8\u00ff\u00e0, image/jpg,           image/jpg,        jpg",
        "\u00ff\u00d8\u00ff\u00e0, -,                   image/jpeg,       jpg",
        "GIF89a,              application/octet-stream, image/gif,        gif",
        "PK\u0003\u0004x,     application/octet-stream, application/zip,  zip",
        "PK\u0003\u0004x,     application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
            + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx",
        "a;b,                 text/csv,                 text/csv,         csv",
        "Thank you,           text/plain,               text/plain,       txt",
        "<html>sign in,       application/pdf,          -,                -",
        "<html>sign in,       text/html,                -,                -",
        "<html>sign in,       text/plain,               -,                -",
        "Thank you,           -,                        -,                -",
        "%PDF-1.7,            image/png,                -,                -",
        "MZ\u0090,            application/octet-stream, -,                -",
        "MZ\u0090,            application/pdf,          -,                -",
        "<svg onload=x>,      image/svg+xml,            -,                -"
      })
  void types(String beginning, String told, String type, String ending) {
    FileType.Sent sent = FileType.of(beginning.getBytes(ISO_8859_1), told);

    assertThat(sent).isEqualTo(type == null ? null : new FileType.Sent(type, ending));
  }
}
