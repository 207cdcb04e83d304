package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which TaxType goes with which class of account, xero-api.md 4.3 [doc]. The rows are written out
 * here a second time on purpose.
 */
@ExtendWith(SandboxExtension.class)
class TaxMatrixTest {

  private static final Map<Character, String> ACCOUNT =
      Map.of('A', "710", 'Q', "970", 'E', "429", 'L', "900", 'R', "200");

  @ParameterizedTest(name = "{0}: {1} with {2} only __doc")
  @CsvSource({
    "AU,BASEXCLUDED INPUTTAXED,AQELR",
    "AU,INPUT CAPEXINPUT EXEMPTEXPENSES EXEMPTCAPITAL,AQEL",
    "AU,OUTPUT EXEMPTOUTPUT EXEMPTEXPORT,AQLR",
    "AU,GSTONIMPORTS GSTONCAPIMPORTS,L",
    "NZ,NONE INPUT,AQELR",
    "NZ,INPUT2,AQEL",
    "NZ,OUTPUT2 OUTPUT,AQLR",
    "NZ,ZERORATED,LR",
    "NZ,GSTONIMPORTS,L",
    "UK,NONE,AQELR",
    "UK,INPUT2 RRINPUT ZERORATEDINPUT EXEMPTINPUT ECACQUISITIONS ECZRACQUISITIONS REVERSECHARGES"
        + " DRCHARGESUPPLY20 DRCHARGESUPPLY5,AQEL",
    "UK,OUTPUT2 RROUTPUT ZERORATEDOUTPUT EXEMPTOUTPUT ECZROUTPUT ECZROUTPUTSERVICES DRCHARGE20"
        + " DRCHARGE5,AQLR",
    "UK,CAPEXINPUT2 CAPEXOUTPUT2 CAPEXINPUT CAPEXOUTPUT CAPEXSRINPUT CAPEXSROUTPUT,A",
    "UK,GSTONIMPORTS,L",
    "US,NONE INPUT OUTPUT,AQELR",
    "US,GSTONIMPORTS,L"
  })
  void a_tax_type_goes_with_these_classes_and_no_others(
      String country, String taxTypes, String classes, XeroCalls calls) {
    calls.limitsOff();
    JsonNode made =
        calls
            .control(
                "POST", "organisations", Map.of("name", "Matrix " + country, "country", country))
            .json();
    XeroCalls xero = calls.as(made.get("clientId").asText(), made.get("clientSecret").asText());
    String contact = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    for (String taxType : taxTypes.split(" ")) {
      for (char letter : "AQELR".toCharArray()) {
        Map<String, Object> bill = Bodies.bill(contact, "M", "10.00");
        Map<String, Object> line = new HashMap<>(Bodies.line(bill, 0));
        line.put("AccountCode", ACCOUNT.get(letter));
        line.put("TaxType", taxType);
        bill.put("LineItems", List.of(line));
        JsonNode answer =
            xero.put("Invoices?summarizeErrors=false", all("Invoices", bill)).at("/Invoices/0");
        boolean fits = classes.indexOf(letter) >= 0;
        assertThat(answer.at("/ValidationErrors/0/Message").asText())
            .as(country + " " + taxType + " on " + letter)
            .isEqualTo(
                fits
                    ? ""
                    : "The TaxType code '%s' cannot be used with account code '%s'."
                        .formatted(taxType, ACCOUNT.get(letter)));
      }
    }
  }
}
