package io.ledgerway.xero;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Xero is and how it is called. Immutable.
 *
 * @param loginUrl where a person gives consent ({@code XERO_LOGIN_URL})
 * @param identityUrl where tokens come from ({@code XERO_IDENTITY_URL})
 * @param apiUrl the API itself, without {@code /api.xro/2.0} ({@code XERO_API_URL})
 * @param clientId of connections that bring no client of their own ({@code XERO_CLIENT_ID})
 * @param clientSecret to that id ({@code XERO_CLIENT_SECRET})
 * @param scopes asked for with each token, separated by spaces (xero-api.md 1.6)
 * @param connectTimeout to a connection, at most
 * @param responseTimeout to the first and between any two bytes of an answer, at most
 * @param callTimeout from sending to the end of an answer, at most
 * @param connections kept open to Xero by this process, at most
 * @param maxAnswer longer answers are refused
 * @param limits what Xero allows (xero-api.md 3)
 */
@ConfigurationProperties("xero")
public record XeroProperties(
    @DefaultValue("https://login.xero.com") URI loginUrl,
    @DefaultValue("https://identity.xero.com") URI identityUrl,
    @DefaultValue("https://api.xero.com") URI apiUrl,
    String clientId,
    String clientSecret,
    @DefaultValue(
            "accounting.invoices accounting.banktransactions accounting.manualjournals"
                + " accounting.contacts accounting.settings.read accounting.attachments")
        String scopes,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("60s") Duration responseTimeout,
    @DefaultValue("120s") Duration callTimeout,
    @DefaultValue("200") int connections,
    @DefaultValue("64MB") DataSize maxAnswer,
    @DefaultValue Limits limits) {

  /**
   * @param concurrent calls under way per tenant
   * @param perMinute calls per tenant and minute
   * @param dayReserve percentage of the day's calls that is kept for documents and receipts, 0 to
   *     100
   * @param receiptReserve percentage of the day's calls that is kept for documents alone, 0 to 100
   * @param appReserve all calls pause while fewer than this many are left of the app's minute
   * @param patience a call waits for a permit at most this long before it is refused
   */
  public record Limits(
      @DefaultValue("5") int concurrent,
      @DefaultValue("60") int perMinute,
      @DefaultValue("20") int dayReserve,
      @DefaultValue("10") int receiptReserve,
      @DefaultValue("500") int appReserve,
      @DefaultValue("5s") Duration patience) {}

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "XeroProperties[apiUrl=" + apiUrl + ", clientId=" + clientId + "]";
  }
}
