package io.ledgerway.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * What expenses of a sandbox organisation can refer to, in Xero's ids. Lists are sorted, so that
 * the same organisation gives the same expenses.
 *
 * @param baseCurrency the organisation's own currency
 * @param currencies all it can use
 * @param bankAccounts active accounts of type BANK, by code and name
 * @param expenseAccounts active accounts that purchases can be booked to
 * @param archivedAccount an expense account that was archived, or null
 * @param purchaseTaxes TaxTypes that can apply to expenses
 * @param salesTax a TaxType that cannot
 * @param trackingOptions active options, a list per tracking category
 * @param employees e-mails of active contacts that only one contact has
 */
public record SandboxBooks(
    String tenantId,
    String baseCurrency,
    List<String> currencies,
    List<String> bankAccounts,
    List<String> expenseAccounts,
    String archivedAccount,
    List<String> purchaseTaxes,
    String salesTax,
    List<List<String>> trackingOptions,
    List<String> employees) {

  /** Reads them over HTTP as any client of Xero would. */
  public static SandboxBooks read(URI sandbox, String clientId, String clientSecret) {
    return new Reader(sandbox, clientId, clientSecret).read();
  }

  private static final class Reader {
    private final RestClient http;
    private final String tenantId;

    Reader(URI sandbox, String clientId, String clientSecret) {
      RestClient anonymous =
          RestClient.builder()
              .baseUrl(sandbox.toString())
              .requestFactory(new JdkClientHttpRequestFactory())
              .build();
      var form = new LinkedMultiValueMap<String, String>();
      form.add("grant_type", "client_credentials");
      String token =
          anonymous
              .post()
              .uri("/connect/token")
              .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(form)
              .retrieve()
              .body(JsonNode.class)
              .get("access_token")
              .asText();
      RestClient authorised =
          anonymous
              .mutate()
              .defaultHeaders(headers -> headers.setBearerAuth(token))
              .defaultHeader("Accept", MediaType.APPLICATION_JSON_VALUE)
              .build();
      JsonNode connections = authorised.get().uri("/connections").retrieve().body(JsonNode.class);
      this.tenantId = connections.get(0).get("tenantId").asText();
      this.http = authorised.mutate().defaultHeader("Xero-Tenant-Id", tenantId).build();
    }

    SandboxBooks read() {
      List<JsonNode> accounts = all("Accounts", "");
      List<JsonNode> taxRates = all("TaxRates", "");
      return new SandboxBooks(
          tenantId,
          all("Organisation", "Organisations", "").get(0).get("BaseCurrency").asText(),
          values(all("Currencies", ""), any -> true, "Code"),
          values(accounts, a -> is(a, "Type", "BANK") && active(a), "AccountID"),
          values(accounts, a -> isExpense(a) && active(a), "AccountID"),
          values(accounts, a -> is(a, "Class", "EXPENSE") && !active(a), "AccountID").stream()
              .findFirst()
              .orElse(null),
          values(taxRates, r -> r.path("CanApplyToExpenses").asBoolean() && active(r), "TaxType"),
          values(taxRates, r -> r.path("TaxType").asText().startsWith("OUTPUT"), "TaxType").get(0),
          all("TrackingCategories", "").stream()
              .map(
                  category ->
                      values(list(category.path("Options")), Reader::active, "TrackingOptionID"))
              .toList(),
          employees(all("Contacts", "?pageSize=1000")));
    }

    private static List<String> employees(List<JsonNode> contacts) {
      Map<String, List<JsonNode>> byEmail =
          contacts.stream()
              .filter(contact -> is(contact, "ContactStatus", "ACTIVE"))
              .filter(contact -> !contact.path("EmailAddress").asText().isEmpty())
              // People have a first name, companies do not.
              .filter(contact -> !contact.path("FirstName").asText().isEmpty())
              .collect(
                  Collectors.groupingBy(
                      contact -> contact.get("EmailAddress").asText().toLowerCase(),
                      TreeMap::new,
                      Collectors.toList()));
      List<String> emails = new ArrayList<>();
      byEmail.forEach(
          (email, sharers) -> {
            if (sharers.size() == 1) {
              emails.add(email);
            }
          });
      return List.copyOf(emails);
    }

    private List<JsonNode> all(String resource, String query) {
      return all(resource, resource, query);
    }

    private List<JsonNode> all(String resource, String field, String query) {
      return list(
          http.get()
              .uri("/api.xro/2.0/" + resource + query)
              .retrieve()
              .body(JsonNode.class)
              .get(field));
    }

    private static List<JsonNode> list(JsonNode array) {
      return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> values(
        List<JsonNode> records, Predicate<JsonNode> filter, String field) {
      return records.stream()
          .filter(filter)
          .sorted(
              Comparator.comparing((JsonNode one) -> one.path("Code").asText())
                  .thenComparing(one -> one.path("Name").asText()))
          .map(one -> one.get(field).asText())
          .toList();
    }

    private static boolean isExpense(JsonNode account) {
      return is(account, "Class", "EXPENSE")
          && account.path("SystemAccount").asText().isEmpty()
          && !is(account, "Type", "BANK");
    }

    private static boolean active(JsonNode record) {
      return is(record, "Status", "ACTIVE");
    }

    private static boolean is(JsonNode record, String field, String value) {
      return record.path(field).asText().equals(value);
    }
  }
}
