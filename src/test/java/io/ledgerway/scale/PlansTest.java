package io.ledgerway.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.local.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much the tables hold, a statement that runs again and again reads what it returns. */
class PlansTest {

  private final StatementList list = new StatementList();

  @Test
  void no_statement_reads_more_than_ten_times_what_it_returns() throws SQLException {
    LocalPostgres postgres = LocalPostgres.shared();
    String year = YearOfData.small().in(postgres);
    try (Connection connection = postgres.dataSource(year).getConnection()) {
      // A small table is rightly read whole; these tables are small, and will not be.
      connection.createStatement().execute("set enable_seqscan = off");
      connection.createStatement().execute("set enable_hashjoin = off");
      connection.createStatement().execute("set enable_mergejoin = off");
      List<Reading> readings = list.read(new Plans(connection));
      assertThat(readings)
          .filteredOn(r -> r.isTooMuch() && r.statement().because() == null)
          .isEmpty();
    }
  }

  @Test
  void every_statement_of_the_engine_is_listed() {
    assertThat(list.forgotten()).as("in neither list of scale/statements.yaml").isEmpty();
    assertThat(list.unknown()).as("in both lists, or no statement").isEmpty();
  }
}
