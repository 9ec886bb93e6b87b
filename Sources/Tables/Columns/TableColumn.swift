package import Amounts
public import Findings

/// A column of a table, and what it was taken for.
public struct TableColumn: Hashable, Sendable {
  /// Its position, from 0.
  public let position: Int
  /// Its name in the header.
  public let name: String
  /// What it is for; nil for a column that is not used.
  public internal(set) var role: String?
  /// What its cells are read as.
  public internal(set) var content: TableRole.Content
  /// Whether its name leaves no doubt, or a person said so.
  package internal(set) var isSure: Bool = true
  /// Why it was taken for that, as a phrase that people read.
  public internal(set) var reason: Inline

  /// A name without regard to case, blanks, hyphens and underscores.
  package static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }
}

extension InputTable {
  /// The currency that the names of the columns point to where nothing names one; nil where they do not.
  package var pointedCurrency: Currency? {
    let pay = columns.filter { $0.role != nil && $0.content == .amount }
    return pay.contains { Wording.namesPayInGerman($0.name) } ? .eur : nil
  }
}

extension TableColumn {
  /// The currencies that its name can mean, such as EUR of "Amount (EUR)"; none where it names none.
  package var namedCurrencies: Set<Currency> {
    WrittenAmount.named(in: Wording.words(ofHeader: name).joined(separator: " ")).currencies
  }
}
