package io.ledgerway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownMoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1284.5|NZD|1,284.50",
        "-312.50|NZD|\u2212312.50",
        "0|EUR|0.00",
        "3412906.18|NZD|3,412,906.18",
        "128450|JPY|128,450",
        "1.5|KWD|1.500",
        "10.125|NZD|10.125",
        "7|XXX|7",
        "7|no currency|7.00"
      })
  void an_amount_has_thousands_a_real_minus_and_its_currencys_decimals(
      BigDecimal value, String currency, String shown) {
    assertThat(new ShownMoney().amount(value, currency)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0 documents", "1|1 document", "11729|11,729 documents"})
  void a_number_of_things_has_its_noun(long number, String shown) {
    assertThat(new ShownMoney().count(number, "document")).isEqualTo(shown);
  }
}
