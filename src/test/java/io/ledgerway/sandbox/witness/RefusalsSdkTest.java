package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.ApiClient;
import com.xero.api.XeroAppMinuteRateLimitException;
import com.xero.api.XeroBadRequestException;
import com.xero.api.XeroDailyRateLimitException;
import com.xero.api.XeroException;
import com.xero.api.XeroForbiddenException;
import com.xero.api.XeroMinuteRateLimitException;
import com.xero.api.XeroNotAvailableException;
import com.xero.api.XeroServerErrorException;
import com.xero.api.XeroUnauthorizedException;
import com.xero.api.client.IdentityApi;
import com.xero.models.identity.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal becomes the exception that the SDK has for it; and connections. */
class RefusalsSdkTest extends SdkWitness {

  @Test
  void a_token_that_is_none_or_too_old() {
    assertThatThrownBy(() -> api.getOrganisations("abc", tenant))
        .isInstanceOf(XeroUnauthorizedException.class);
    switches.advance("PT30M");
    assertThatThrownBy(() -> api.getOrganisations(token, tenant))
        .isInstanceOf(XeroUnauthorizedException.class);
  }

  @Test
  void another_organisation() {
    assertThatThrownBy(() -> api.getOrganisations(token, UUID.randomUUID().toString()))
        .isInstanceOf(XeroForbiddenException.class);
  }

  @Test
  void a_filter_that_cannot_be_read() {
    assertThatThrownBy(() -> api.getAccounts(token, tenant, null, "hi==1", null))
        .isInstanceOf(XeroBadRequestException.class);
  }

  @Test
  void a_limit() {
    fault("429-minute");
    assertThatThrownBy(this::call)
        .isInstanceOfSatisfying(
            XeroMinuteRateLimitException.class,
            e -> assertThat(e.getRetryAfterSeconds()).isEqualTo(1));
    fault("429-day");
    assertThatThrownBy(this::call).isInstanceOf(XeroDailyRateLimitException.class);
    fault("429-appminute");
    assertThatThrownBy(this::call).isInstanceOf(XeroAppMinuteRateLimitException.class);
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "503, 503", "503-maintenance, 503", "503-unavailable, 503"})
  void trouble_at_xero(String kind, int status) {
    fault(kind);
    Class<? extends XeroException> expected =
        status == 500 ? XeroServerErrorException.class : XeroNotAvailableException.class;
    assertThatThrownBy(this::call).isInstanceOf(expected);
  }

  @Test
  void connections_are_listed_and_cut() throws Exception {
    IdentityApi identity = new IdentityApi(new ApiClient(recorder.url(), null, null, null, null));
    List<Connection> all = identity.getConnections(token, null);
    assertThat(all).extracting(Connection::getTenantName).containsExactly("Demo Company (NZ)");
    assertThat(identity.getConnections(token, UUID.randomUUID())).isEmpty();
    identity.deleteConnection(token, all.get(0).getId());
    assertThat(identity.getConnections(token, null)).isEmpty();
    if (XeroSpecification.isThere()) {
      var validator = XeroSpecification.identity();
      assertThat(
              recorder.exchanges().stream()
                  .filter(one -> one.path().startsWith("/Connections"))
                  .filter(one -> !KnownDeviations.excuse(one))
                  .flatMap(one -> XeroSpecification.objections(validator, one).stream()))
          .isEmpty();
    }
  }

  private void fault(String kind) {
    switches.arm("{\"kind\":\"" + kind + "\",\"next\":1}");
  }

  private void call() throws Exception {
    api.getOrganisations(token, tenant);
  }
}
