package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.XeroNotFoundException;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactsSdkTest extends SdkWitness {

  @Test
  void contacts_are_made_in_batches_with_an_answer_for_each() throws Exception {
    List<Contact> made =
        api.createContacts(
                token,
                tenant,
                contacts(
                    new Contact().name("New One").emailAddress("one@acme.example"),
                    new Contact().name("Ada Kerr")),
                "sdk-contacts",
                false)
            .getContacts();
    assertThat(made.get(0).getContactStatus()).isEqualTo(Contact.ContactStatusEnum.ACTIVE);
    assertThat(made.get(1).getHasValidationErrors()).isTrue();
  }

  @Test
  void contacts_are_listed_by_page_filter_order_ids_term_and_change_date() throws Exception {
    assertThat(list(null, "EmailAddress==\"ada.kerr@acme.example\"", null, null, false)).hasSize(1);
    assertThat(list("Name DESC", null, null, null, true))
        .extracting(Contact::getName)
        .contains("Max Former")
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    assertThat(list(null, null, List.of(ada), null, false)).hasSize(1);
    assertThat(list(null, null, null, "kerr", false)).hasSize(1);
    assertThat(
            api.getContacts(token, tenant, NEVER, null, null, null, 1, null, true, null)
                .getContacts())
        .isEmpty();
    assertThat(
            api.getContacts(token, tenant, LONG_AGO, null, null, null, 99, null, null, null)
                .getContacts())
        .isEmpty();
  }

  @Test
  void a_contact_is_read_by_id_and_number_changed_and_archived() throws Exception {
    api.updateContact(
        token, tenant, ada, contacts(new Contact().contactNumber("C1").accountNumber("A1")), null);
    assertThat(api.getContact(token, tenant, ada).getContacts().get(0).getAccountNumber())
        .isEqualTo("A1");
    assertThat(
            api.getContactByContactNumber(token, tenant, "C1").getContacts().get(0).getContactID())
        .isEqualTo(ada);
    List<Contact> both =
        api.updateOrCreateContacts(
                token,
                tenant,
                contacts(
                    new Contact().contactID(ada).firstName("A"), new Contact().name("Another")),
                null,
                false)
            .getContacts();
    assertThat(both).extracting(Contact::getName).containsExactly("Ada Kerr", "Another");
    Contact archived =
        api.updateContact(
                token,
                tenant,
                ada,
                contacts(new Contact().contactStatus(Contact.ContactStatusEnum.ARCHIVED)),
                null)
            .getContacts()
            .get(0);
    assertThat(archived.getContactStatus()).isEqualTo(Contact.ContactStatusEnum.ARCHIVED);
  }

  @Test
  void a_refused_contact_becomes_the_sdks_exception() {
    Contacts twin = contacts(new Contact().name("Ada Kerr"));
    assertThat(refusal(() -> api.createContacts(token, tenant, twin, null, true)))
        .containsExactly(
            "The contact name Ada Kerr is already assigned to another contact. The contact name"
                + " must be unique across all active contacts.");
    assertThatThrownBy(() -> api.getContact(token, tenant, UUID.randomUUID()))
        .isInstanceOf(XeroNotFoundException.class);
  }

  private List<Contact> list(
      String order, String where, List<UUID> ids, String term, boolean archived) throws Exception {
    return api.getContacts(token, tenant, LONG_AGO, where, order, ids, 1, archived, null, term)
        .getContacts();
  }

  private static Contacts contacts(Contact... all) {
    return new Contacts().contacts(List.of(all));
  }
}
