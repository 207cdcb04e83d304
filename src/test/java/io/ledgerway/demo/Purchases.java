package io.ledgerway.demo;

import java.util.List;

/** What people buy, in the world's scripts. */
final class Purchases {

  /** Merchant, then what was bought there. */
  record Purchase(String merchant, String what) {}

  static final List<Purchase> EVERYDAY =
      List.of(
          new Purchase("Harbour Café", "Coffee with a customer"),
          new Purchase("Bürobedarf Müller & Söhne", "Toner, A4 paper"),
          new Purchase("東京文具店", "ノートと封筒"),
          new Purchase("Καφενείο Αθήνα", "Γεύμα εργασίας"),
          new Purchase("Кофейня «Утро»", "Деловой завтрак"),
          new Purchase("مكتبة النور", "كتب ومراجع"),
          new Purchase("김밥천국", "점심 식사"),
          new Purchase("O'Brien's \"Fine\" Foods <Ltd>", "Lunch & drinks; 50% off"),
          new Purchase("Cloud Ledger Hosting", "Monthly subscription"),
          new Purchase("Kiwi Couriers", "Parcel to Dunedin"),
          new Purchase("Sushi 🍣 & Ramen 🍜", "Team dinner 🎉"),
          new Purchase("Papeterie du Marché", "Carnets\tet stylos"));

  static final List<Purchase> TRAVEL =
      List.of(
          new Purchase("Air Tasman", "Flight AKL–WLG, return"),
          new Purchase("Hôtel Étoile", "Two nights, breakfast"),
          new Purchase("Deutsche Bahn", "Zürich HB – München Hbf"),
          new Purchase("Southern Rail", "Christchurch to Picton"),
          new Purchase("Budget Wheels", "Car, three days"),
          new Purchase("新宿ホテル", "一泊"));

  private Purchases() {}
}
