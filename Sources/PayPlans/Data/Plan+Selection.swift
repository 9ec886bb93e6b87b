extension Plan {
  /// Whether a measure or rule looks at a deal.
  package func looksAt(_ deal: Deal, in deals: Deals) -> Bool {
    looksAt(isWon: deal.isWon, toldBy: deals.outcomeColumns) { name in
      switch name {
      case "deal_id": deal.id
      case "rep": deal.rep
      default:
        deals.textColumns.firstIndex(of: name).flatMap {
          deal.texts.indices.contains($0) ? deal.texts[$0] : nil
        } ?? ""
      }
    }
  }
}
