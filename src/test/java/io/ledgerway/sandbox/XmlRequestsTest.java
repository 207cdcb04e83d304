package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in XML and in forms, xero-api.md 2.1 to 2.3. */
@ExtendWith(SandboxExtension.class)
class XmlRequestsTest {

  private static final String SPEND =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <BankTransactions xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
        <!-- two lines, one of them tracked -->
        <BankTransaction>
          <Type>SPEND</Type>
          <Contact><ContactID>%s</ContactID></Contact>
          <BankAccount><Code>090</Code></BankAccount>
          <Date>2026-03-04</Date>
          <Reference>Räder &amp; Reifen</Reference>
          <CurrencyRate i:nil="true"/>
          <LineAmountTypes>Inclusive</LineAmountTypes>
          <LineItems>
            <LineItem>
              <Description>Taxi</Description><Quantity>2</Quantity><UnitAmount>10.25</UnitAmount>
              <AccountCode>429</AccountCode>
              <Tracking>
                <TrackingCategory><Name>Region</Name><Option>North</Option></TrackingCategory>
              </Tracking>
            </LineItem>
            <LineItem>
              <Description>Tolls</Description><Quantity>1</Quantity><UnitAmount>3</UnitAmount>
              <AccountCode>429</AccountCode><Tracking/>
            </LineItem>
          </LineItems>
        </BankTransaction>
      </BankTransactions>""";

  private XeroCalls xero;
  private String spend;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    spend = SPEND.formatted(xero.get("Contacts").at("/Contacts/0/ContactID").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/xml", "text/xml; charset=utf-8"})
  void a_body_in_xml_makes_what_the_same_body_in_json_makes__doc(String type) {
    JsonNode made = put("BankTransactions", spend, type).at("/BankTransactions/0");
    assertThat(made.get("Reference").asText()).isEqualTo("Räder & Reifen");
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo("23.50");
    assertThat(made.get("LineItems")).hasSize(2);
    assertThat(made.at("/LineItems/0/Tracking/0/Option").asText()).isEqualTo("North");
    assertThat(made.at("/LineItems/1/Tracking")).isEmpty();
  }

  @Test
  void a_form_carries_xml_in_its_field_of_that_name__doc() {
    String form = "xml=" + URLEncoder.encode(spend, StandardCharsets.UTF_8);
    Reply made = put("BankTransactions", form, "application/x-www-form-urlencoded");
    assertThat(made.at("/BankTransactions/0/Total").decimalValue()).isEqualByComparingTo("23.50");
    Reply none = put("BankTransactions", "json=1", "application/x-www-form-urlencoded");
    assertThat(none.at("/Type").asText()).isEqualTo("NoDataProcessedException");
  }

  @Test
  void one_record_may_come_without_its_list_and_lists_may_hold_several__doc() {
    String one = "<Contact><Name>Only One</Name></Contact>";
    assertThat(put("Contacts", one, "text/xml").at("/Contacts/0/Name").asText())
        .isEqualTo("Only One");
    String two =
        "<Contacts><Contact><Name>A A</Name></Contact><Contact><Name>B B</Name>"
            + "<Addresses><Address><AddressType>POBOX</AddressType><City>Here</City></Address></Addresses>"
            + "</Contact></Contacts>";
    JsonNode made = put("Contacts", two, "text/xml").at("/Contacts");
    assertThat(made.findValuesAsText("Name")).containsExactly("A A", "B B");
    assertThat(made.at("/1/Addresses").toString()).contains("Here");
  }

  @Test
  void a_date_in_the_wrong_form_is_refused_in_the_words_of_xml__observed() {
    Reply refused =
        put("BankTransactions", spend.replace("2026-03-04", "20100510"), "application/xml");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(refused.at("/Type").asText()).isEqualTo("PostDataInvalidException");
    assertThat(refused.at("/Message").asText())
        .isEqualTo("The string '20100510' is not a valid AllXsd value.");
  }

  @ParameterizedTest
  @CsvSource({
    "<Quantity>2<, <Quantity>two<",
    "<LineAmountTypes>Inclusive, <LineAmountTypes>NO_TAX",
    "<Type>SPEND, <Type>spend",
    "<LineItems>, <LineItems><Other/>",
    "<ContactID>, <ContactID>x"
  })
  void a_value_of_the_wrong_kind_is_refused_as_post_data__unverified(String good, String bad) {
    refused(spend.replace(good, bad));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"BankTransactions\":[]}",
        "<BankTransactions>",
        "<BankTransactions></Other>",
        "<Invoices><Invoice/></Invoices>",
        "<a/><b/>",
        "<BankTransaction>&unknown;</BankTransaction>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><BankTransaction><Type>&x;</Type></BankTransaction>",
        "<!DOCTYPE a [<!ENTITY x \"xx\">]><BankTransaction><Type>&x;</Type></BankTransaction>"
      })
  void what_is_no_such_xml_is_refused_as_post_data__unverified(String body) {
    refused(body);
  }

  @Test
  void xml_that_is_too_deep_is_refused__unverified() {
    refused("<BankTransaction>" + "<a>".repeat(5000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<BankTransactions/>", "<BankTransactions> </BankTransactions>"})
  void xml_without_a_record_is_no_data__unverified(String body) {
    assertThat(put("BankTransactions", body, "text/xml").at("/Type").asText())
        .isEqualTo("NoDataProcessedException");
  }

  private void refused(String body) {
    Reply reply = put("BankTransactions", body, "text/xml");
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(reply.body()).doesNotContain("io.ledgerway", "javax.xml", "\tat ");
  }

  private Reply put(String path, String body, String type) {
    return xero.put(path, body, "Content-Type", type);
  }
}
