package io.ledgerway.routemap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainUriTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka:perk.expenses?groupId=ledgerway | kafka:perk.expenses",
        "http://ann:s3cr3t@host/path?token=s3cr3t | http://host/path",
        "ftp:ann:s3c@r3t@host/path | ftp:host/path",
        "https:host/path?user=RAW(a?b)&password=s3cr3t | https:host/path",
        "http:{{url?s3cr3t}}/path?key=s3cr3t | http:{{url?s3cr3t}}/path",
        "polling:ask?url=RAW(https://ann:s3cr3t@host)&limits=5/10s | polling:ask",
        "work:take?kind=export&by=company,lane&rests=false | work:take?kind=export&by=company,lane",
        "intake:validate?schema=RAW(s3cr3t)&token=s3cr3t | intake:validate",
        "toD:${body?.x}/y?key=s3cr3t | toD:${body?.x}/y",
        "sql:classpath:sql/posting/due-exports.sql?outputType=SelectOne | sql:posting/due-exports"
      })
  void what_may_be_secret_is_not_shown(String uri, String shown) {
    assertThat(PlainUri.of(uri)).isEqualTo(shown);
  }
}
