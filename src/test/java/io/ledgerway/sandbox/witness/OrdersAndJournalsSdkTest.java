package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.XeroNotFoundException;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.ManualJournal;
import com.xero.models.accounting.ManualJournalLine;
import com.xero.models.accounting.ManualJournals;
import com.xero.models.accounting.PurchaseOrder;
import com.xero.models.accounting.PurchaseOrders;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrdersAndJournalsSdkTest extends SdkWitness {

  @Test
  void purchase_orders_are_made_in_batches_read_changed_and_deleted() throws Exception {
    List<PurchaseOrder> made =
        api.createPurchaseOrders(
                token, tenant, orders(order("PO-1"), order("PO-1"), order("PO-2")), null, false)
            .getPurchaseOrders();
    assertThat(made)
        .extracting(PurchaseOrder::getStatusAttributeString)
        .containsExactly("OK", "ERROR", "OK");
    assertThat(made.get(0).getLineItems().get(0).getUnitAmount()).isEqualTo(10.1234);
    UUID id = made.get(0).getPurchaseOrderID();
    assertThat(api.getPurchaseOrder(token, tenant, id).getPurchaseOrders()).hasSize(1);
    assertThat(
            api.getPurchaseOrderByNumber(token, tenant, "PO-1")
                .getPurchaseOrders()
                .get(0)
                .getPurchaseOrderID())
        .isEqualTo(id);
    assertThat(changed(id, new PurchaseOrder().reference("Changed")).getReference())
        .isEqualTo("Changed");
    assertThat(
            api.updateOrCreatePurchaseOrders(
                    token,
                    tenant,
                    orders(new PurchaseOrder().purchaseOrderID(id).reference("Again")),
                    null,
                    false)
                .getPurchaseOrders()
                .get(0)
                .getReference())
        .isEqualTo("Again");
    assertThat(
            changed(id, new PurchaseOrder().status(PurchaseOrder.StatusEnum.DELETED)).getStatus())
        .isEqualTo(PurchaseOrder.StatusEnum.DELETED);
  }

  @Test
  void purchase_orders_are_listed_by_every_parameter() throws Exception {
    api.createPurchaseOrders(token, tenant, orders(order("PO-1"), order("PO-2")), null, true);
    assertThat(
            api.getPurchaseOrders(
                    token,
                    tenant,
                    LONG_AGO,
                    "DRAFT",
                    "2026-03-01",
                    "2026-03-31",
                    "PurchaseOrderNumber DESC",
                    1)
                .getPurchaseOrders())
        .extracting(PurchaseOrder::getPurchaseOrderNumber)
        .containsExactly("PO-2", "PO-1");
    assertThat(
            api.getPurchaseOrders(token, tenant, NEVER, null, null, null, null, null)
                .getPurchaseOrders())
        .isEmpty();
  }

  @Test
  void a_refused_purchase_order_becomes_the_sdks_exception() throws Exception {
    api.createPurchaseOrders(token, tenant, orders(order("PO-1")), null, true);
    assertThat(
            refusal(
                () -> api.createPurchaseOrders(token, tenant, orders(order("PO-1")), null, true)))
        .containsExactly("Order number must be unique");
    assertThatThrownBy(() -> api.getPurchaseOrder(token, tenant, UUID.randomUUID()))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void manual_journals_are_made_in_batches_read_changed_and_deleted() throws Exception {
    List<ManualJournal> made =
        api.createManualJournals(
                token, tenant, journals(journal("One", -10.0), journal("Two", -9.0)), null, false)
            .getManualJournals();
    assertThat(made)
        .extracting(ManualJournal::getStatusAttributeString)
        .containsExactly("OK", "ERROR");
    UUID id = made.get(0).getManualJournalID();
    assertThat(api.getManualJournal(token, tenant, id).getManualJournals().get(0).getJournalLines())
        .hasSize(2);
    assertThat(changed(id, journal("Changed", -10.0)).getNarration()).isEqualTo("Changed");
    assertThat(
            api.updateOrCreateManualJournals(
                    token, tenant, journals(journal("New", -10.0)), null, false)
                .getManualJournals())
        .hasSize(1);
    assertThat(
            changed(id, new ManualJournal().status(ManualJournal.StatusEnum.DELETED)).getStatus())
        .isEqualTo(ManualJournal.StatusEnum.DELETED);
  }

  @Test
  void manual_journals_are_listed_by_page_filter_order_and_change_date() throws Exception {
    api.createManualJournals(
        token, tenant, journals(journal("One", -10.0), journal("Two", -10.0)), null, true);
    assertThat(
            api.getManualJournals(token, tenant, LONG_AGO, "Narration==\"Two\"", "Date DESC", 1)
                .getManualJournals())
        .hasSize(1);
    assertThat(api.getManualJournals(token, tenant, NEVER, null, null, null).getManualJournals())
        .isEmpty();
  }

  @Test
  void a_refused_manual_journal_becomes_the_sdks_exception() {
    ManualJournals uneven = journals(journal("One", -9.0));
    assertThat(refusal(() -> api.createManualJournals(token, tenant, uneven, null, true)))
        .containsExactly("The total debits (10.00) must equal total credits (-9.00)");
  }

  private PurchaseOrder changed(UUID id, PurchaseOrder change) throws Exception {
    return api.updatePurchaseOrder(token, tenant, id, orders(change), null)
        .getPurchaseOrders()
        .get(0);
  }

  private ManualJournal changed(UUID id, ManualJournal change) throws Exception {
    return api.updateManualJournal(token, tenant, id, journals(change), null)
        .getManualJournals()
        .get(0);
  }

  private PurchaseOrder order(String number) {
    return new PurchaseOrder()
        .purchaseOrderNumber(number)
        .contact(new Contact().contactID(ada))
        .date(DAY)
        .lineItems(List.of(line("429", 10.1234)));
  }

  private static ManualJournal journal(String narration, double credit) {
    return new ManualJournal()
        .narration(narration)
        .date(DAY)
        .journalLines(
            List.of(
                new ManualJournalLine().accountCode("429").lineAmount(10.0),
                new ManualJournalLine().accountCode("835").lineAmount(credit)));
  }

  private static PurchaseOrders orders(PurchaseOrder... all) {
    return new PurchaseOrders().purchaseOrders(List.of(all));
  }

  private static ManualJournals journals(ManualJournal... all) {
    return new ManualJournals().manualJournals(List.of(all));
  }
}
