package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.xero.api.XeroNotFoundException;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.AccountType;
import com.xero.models.accounting.Accounts;
import com.xero.models.accounting.Action;
import com.xero.models.accounting.Currency;
import com.xero.models.accounting.CurrencyCode;
import com.xero.models.accounting.Item;
import com.xero.models.accounting.Items;
import com.xero.models.accounting.TaxComponent;
import com.xero.models.accounting.TaxRate;
import com.xero.models.accounting.TaxRates;
import com.xero.models.accounting.TrackingCategory;
import com.xero.models.accounting.TrackingOption;
import com.xero.models.accounting.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organisation, Accounts, TrackingCategories, TaxRates, Currencies, Users, Items. */
class SettingsSdkTest extends SdkWitness {

  @Test
  void the_organisation_and_its_actions_are_read() throws Exception {
    assertThat(api.getOrganisations(token, tenant).getOrganisations().get(0).getBaseCurrency())
        .hasToString("NZD");
    assertThat(api.getOrganisationActions(token, tenant).getActions())
        .extracting(Action::getStatus)
        .contains(Action.StatusEnum.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AU", "UK", "US"})
  void every_edition_has_books_of_its_own(String country) throws Exception {
    Map<String, String> wanted = Map.of("name", "Edition " + country, "country", country);
    JsonNode made = switches.control("POST", "organisations", wanted).json();
    String id = made.get("tenantId").asText();
    String other =
        switches.as(made.get("clientId").asText(), made.get("clientSecret").asText()).token();
    assertThat(api.getOrganisations(other, id).getOrganisations().get(0).getVersion())
        .hasToString(country);
    assertThat(api.getTaxRates(other, id, null, null, null).getTaxRates()).isNotEmpty();
    assertThat(api.getAccounts(other, id, null, null, null).getAccounts()).hasSizeGreaterThan(40);
  }

  @Test
  void accounts_are_made_read_changed_archived_and_deleted() throws Exception {
    Account made =
        api.createAccount(token, tenant, expense("S1", "From the SDK"), null).getAccounts().get(0);
    UUID id = made.getAccountID();
    assertThat(made.getPropertyClass()).hasToString("EXPENSE");
    assertThat(api.getAccount(token, tenant, id).getAccounts().get(0).getName())
        .isEqualTo("From the SDK");
    assertThat(changed(id, new Account().accountID(id).name("Renamed")).getName())
        .isEqualTo("Renamed");
    assertThat(
            changed(id, new Account().accountID(id).status(Account.StatusEnum.ARCHIVED))
                .getStatus())
        .isEqualTo(Account.StatusEnum.ARCHIVED);
    UUID other =
        api.createAccount(token, tenant, expense("S2", "Second"), null)
            .getAccounts()
            .get(0)
            .getAccountID();
    api.deleteAccount(token, tenant, other);
    assertThatThrownBy(() -> api.getAccount(token, tenant, other))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void accounts_are_listed_by_filter_order_and_change_date() throws Exception {
    assertThat(
            api.getAccounts(token, tenant, LONG_AGO, "Type==\"BANK\"", "Name DESC").getAccounts())
        .extracting(Account::getName)
        .isNotEmpty()
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(api.getAccounts(token, tenant, NEVER, null, null).getAccounts()).isEmpty();
  }

  @Test
  void a_refused_account_becomes_the_sdks_exception() {
    assertThat(refusal(() -> api.createAccount(token, tenant, expense("S1", "Advertising"), null)))
        .containsExactly("Please enter a unique Name.");
  }

  @Test
  void tracking_categories_and_their_options_are_made_changed_archived_and_deleted()
      throws Exception {
    UUID project = category("Project");
    api.updateTrackingCategory(
        token,
        tenant,
        project,
        new TrackingCategory().status(TrackingCategory.StatusEnum.ARCHIVED),
        null);
    UUID made =
        api.createTrackingCategory(token, tenant, new TrackingCategory().name("Team"), null)
            .getTrackingCategories()
            .get(0)
            .getTrackingCategoryID();
    UUID option =
        api.createTrackingOptions(token, tenant, made, new TrackingOption().name("Red"), null)
            .getOptions()
            .get(0)
            .getTrackingOptionID();
    assertThat(
            api.updateTrackingOptions(
                    token, tenant, made, option, new TrackingOption().name("Blue"), null)
                .getOptions()
                .get(0)
                .getName())
        .isEqualTo("Blue");
    assertThat(
            api.getTrackingCategory(token, tenant, made)
                .getTrackingCategories()
                .get(0)
                .getOptions())
        .hasSize(1);
    api.deleteTrackingOptions(token, tenant, made, option);
    api.deleteTrackingCategory(token, tenant, made);
    assertThat(
            api.getTrackingCategories(token, tenant, "Name==\"Team\"", "Name ASC", false)
                .getTrackingCategories())
        .isEmpty();
    assertThat(api.getTrackingCategories(token, tenant, null, null, true).getTrackingCategories())
        .extracting(TrackingCategory::getName)
        .contains("Project", "Region");
  }

  @Test
  void a_refused_tracking_category_becomes_the_sdks_exception() {
    TrackingCategory third = new TrackingCategory().name("Third");
    assertThat(refusal(() -> api.createTrackingCategory(token, tenant, third, null))).hasSize(1);
  }

  @Test
  void tax_rates_are_made_listed_and_deleted() throws Exception {
    TaxRate made =
        api.createTaxRates(token, tenant, new TaxRates().taxRates(List.of(rate("Own"))), null)
            .getTaxRates()
            .get(0);
    assertThat(made.getTaxType()).startsWith("TAX");
    assertThat(
            api.getTaxRates(
                    token, tenant, "TaxType==\"" + made.getTaxType() + "\"", "Name ASC", null)
                .getTaxRates())
        .hasSize(1);
    TaxRate gone =
        api.updateTaxRate(
                token,
                tenant,
                new TaxRates()
                    .taxRates(
                        List.of(
                            new TaxRate()
                                .taxType(made.getTaxType())
                                .name("Own")
                                .status(TaxRate.StatusEnum.DELETED))),
                null)
            .getTaxRates()
            .get(0);
    assertThat(gone.getStatus()).isEqualTo(TaxRate.StatusEnum.DELETED);
  }

  @Test
  void a_refused_tax_rate_becomes_the_sdks_exception() {
    TaxRates noName = new TaxRates().taxRates(List.of(rate(null)));
    assertThat(refusal(() -> api.createTaxRates(token, tenant, noName, null))).isNotEmpty();
  }

  @Test
  void currencies_are_added_and_listed() throws Exception {
    api.createCurrency(
        token, tenant, new Currency().code(CurrencyCode.CHF).description("Swiss Franc"), null);
    assertThat(api.getCurrencies(token, tenant, "Code==\"CHF\"", "Code ASC").getCurrencies())
        .hasSize(1);
  }

  @Test
  void users_are_listed_and_read() throws Exception {
    List<User> users =
        api.getUsers(token, tenant, LONG_AGO, "IsSubscriber==true", "LastName ASC").getUsers();
    assertThat(users).hasSize(1);
    UUID id = users.get(0).getUserID();
    assertThat(api.getUser(token, tenant, id).getUsers().get(0).getOrganisationRole())
        .isEqualTo(User.OrganisationRoleEnum.FINANCIALADVISER);
    assertThat(api.getUsers(token, tenant, NEVER, null, null).getUsers()).isEmpty();
    assertThatThrownBy(() -> api.getUser(token, tenant, UUID.randomUUID()))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void items_are_made_in_batches_read_changed_and_deleted() throws Exception {
    List<Item> made =
        api.createItems(token, tenant, items(item("I1"), item("I1"), item("I2")), null, false, 4)
            .getItems();
    assertThat(made)
        .extracting(Item::getStatusAttributeString)
        .containsExactly("OK", "ERROR", "OK");
    UUID id = made.get(0).getItemID();
    assertThat(api.getItem(token, tenant, id, 4).getItems().get(0).getCode()).isEqualTo("I1");
    assertThat(
            api.updateItem(token, tenant, id, items(item("I1").name("Renamed")), null, null)
                .getItems()
                .get(0)
                .getName())
        .isEqualTo("Renamed");
    assertThat(
            api.updateOrCreateItems(
                    token, tenant, items(item("I2").name("Two"), item("I3")), null, false, null)
                .getItems())
        .extracting(Item::getStatusAttributeString)
        .containsExactly("OK", "OK");
    assertThat(api.getItems(token, tenant, LONG_AGO, "Code!=\"I2\"", "Code DESC", 4).getItems())
        .extracting(Item::getCode)
        .containsExactly("I3", "I1");
    assertThat(api.getItems(token, tenant, NEVER, null, null, null).getItems()).isEmpty();
    api.deleteItem(token, tenant, id);
    assertThatThrownBy(() -> api.getItem(token, tenant, id, null))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void a_refused_item_becomes_the_sdks_exception() throws Exception {
    api.createItems(token, tenant, items(item("I1")), null, true, null);
    assertThat(refusal(() -> api.createItems(token, tenant, items(item("I1")), null, true, null)))
        .containsExactly("Price List Item with Code 'I1' already exists");
  }

  private static Account expense(String code, String name) {
    return new Account().code(code).name(name).type(AccountType.EXPENSE);
  }

  private Account changed(UUID id, Account change) throws Exception {
    return api.updateAccount(token, tenant, id, new Accounts().accounts(List.of(change)), null)
        .getAccounts()
        .get(0);
  }

  private UUID category(String name) throws Exception {
    return api.getTrackingCategories(token, tenant, "Name==\"" + name + "\"", null, null)
        .getTrackingCategories()
        .get(0)
        .getTrackingCategoryID();
  }

  private static TaxRate rate(String name) {
    return new TaxRate()
        .name(name)
        .reportTaxType(TaxRate.ReportTaxTypeEnum.INPUT)
        .taxComponents(List.of(new TaxComponent().name("A").rate(5.0)));
  }

  private static Item item(String code) {
    return new Item().code(code).name("Item").isPurchased(true);
  }

  private static Items items(Item... all) {
    return new Items().items(List.of(all));
  }
}
