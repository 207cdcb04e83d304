package io.ledgerway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.demo.Sample.Fate;
import io.ledgerway.local.SandboxProcess;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxBooksTest {

  private static SandboxProcess sandbox;

  @BeforeAll
  static void start() {
    sandbox = SandboxProcess.start();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void startState() {
    sandbox.switches().reset();
  }

  @Test
  void an_organisation_has_what_expenses_refer_to() {
    SandboxBooks books = SandboxBooks.read(sandbox.uri(), "sandbox", "sandbox");

    assertThat(books.bankAccounts()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(books.expenseAccounts()).hasSizeGreaterThan(5);
    assertThat(books.archivedAccount()).isNotNull();
    assertThat(books.purchaseTaxes()).isNotEmpty().doesNotContain(books.salesTax());
    assertThat(books.trackingOptions()).hasSize(2).noneMatch(List::isEmpty);
    assertThat(books.employees()).hasSizeGreaterThan(5).allMatch(email -> email.contains("@acme"));
    assertThat(books.currencies()).contains(books.baseCurrency());
  }

  @Test
  void the_same_organisation_gives_the_same_expenses_again() {
    List<Sample> before = samples();
    sandbox.switches().reset();

    assertThat(samples()).isEqualTo(before);
    assertThat(before).extracting(Sample::fate).contains(Fate.values());
  }

  @Test
  void the_switches_do_what_they_say() {
    Organisation other = sandbox.switches().addOrganisation("Beta Ltd", "AU");
    sandbox.switches().limits(0, 0, 0);
    sandbox.switches().advanceClock(Duration.ofMinutes(7));
    sandbox.switches().arm(Fault.of("503").on("GET", "Accounts").next(1));
    sandbox.switches().change(other.tenantId(), Map.of("periodLockDate", "2026-06-30"));

    assertThat(sandbox.switches().organisations()).hasSize(2).contains(other);
    assertThatThrownBy(() -> SandboxBooks.read(sandbox.uri(), "sandbox", "sandbox"))
        .hasMessageContaining("503");
    assertThat(SandboxBooks.read(sandbox.uri(), other.clientId(), other.clientSecret()).tenantId())
        .isEqualTo(other.tenantId());
  }

  private static List<Sample> samples() {
    SandboxBooks books = SandboxBooks.read(sandbox.uri(), "sandbox", "sandbox");
    SampleExpenses maker = new SampleExpenses(books, "acme", LocalDate.of(2026, 11, 20), 1);
    List<Sample> samples = new ArrayList<>(maker.good(100));
    samples.addAll(maker.wrong());
    return samples;
  }
}
