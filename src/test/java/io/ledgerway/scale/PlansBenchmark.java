package io.ledgerway.scale;

import static io.ledgerway.benchmark.BenchmarkPage.number;

import io.ledgerway.benchmark.BenchmarkPage;
import io.ledgerway.local.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each statement that runs again and again reads of a whole year. */
@Tag("bench")
class PlansBenchmark {

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void what_each_statement_reads_of_a_year() throws SQLException {
    LocalPostgres postgres = LocalPostgres.shared();
    String year = YearOfData.whole().in(postgres);
    try (Connection connection = postgres.dataSource(year).getConnection()) {
      BenchmarkPage.write(
          "plans",
          List.of("statement", "returned", "read", "pages", "ms", ""),
          new StatementList()
              .read(new Plans(connection)).stream().map(PlansBenchmark::row).toList());
    }
  }

  private static List<String> row(Reading reading) {
    return List.of(
        reading.title(),
        number(reading.returned(), 0),
        number(reading.read(), 0),
        number(reading.buffers(), 0),
        number(reading.millis(), 1),
        reading.remark());
  }
}
