internal import Amounts

/// How the cells of a column are taken to be written while it is read.
struct ColumnConvention: Hashable, Sendable {
  var decimal: DecimalConvention = .point
  var dates: DateOrder = .monthFirst
  /// Whether a person said so: then a cell that does not fit is refused.
  var isDecimalTold = false
  var areDatesTold = false
  var sharesArePercentages = false
}

/// How the cells of a table are written, where something shows it.
struct TableWriting: Hashable, Sendable {
  var decimals: Set<DecimalConvention> = []
  var orders: Set<DateOrder> = []

  /// The decimal separator; nil where nothing shows it, or columns differ.
  var decimal: DecimalConvention? { decimals.count == 1 ? decimals.first : nil }
  /// The order of day and month, likewise.
  var dates: DateOrder? { orders.count == 1 ? orders.first : nil }
}

/// Why a column is read as it is.
enum ConventionReason: Hashable {
  /// A person said so.
  case told
  /// Its own cells can only be read so.
  case ownCells
  /// Other columns of the table are written so.
  case otherColumns
  /// The file is one of a country where decimals stand behind a comma, or a point.
  case delimiter
  /// No cell depends on it.
  case irrelevant
}

extension ColumnEvidence {
  /// Decides the decimal separator of the column; nil where its cells can be read in two ways.
  func decimal(
    others: DecimalEvidence, delimiter: Character?, told: DecimalConvention?
  ) -> (DecimalConvention, ConventionReason)? {
    if let told { return (told, .told) }
    switch (decimals.certain(.point) > 0, decimals.certain(.comma) > 0) {
    case (true, true): return nil
    case (true, false): return (.point, .ownCells)
    case (false, true): return (.comma, .ownCells)
    case (false, false): break
    }
    // "57,504" is likelier with a decimal point, "57.504" with a comma.
    let (likePoint, likeComma) = (decimals.open(.point), decimals.open(.comma))
    if likePoint == 0, likeComma == 0 { return (.point, .irrelevant) }
    switch (others.certain(.point) > 0, others.certain(.comma) > 0) {
    case (true, false): return (.point, .otherColumns)
    case (false, true): return (.comma, .otherColumns)
    default: break
    }
    if likeComma == 0, delimiter == "," { return (.point, .delimiter) }
    if likePoint == 0, delimiter == ";" { return (.comma, .delimiter) }
    return nil
  }

  /// Decides the order of day and month of the column; nil where its days can be read in two ways.
  func order(others: DateEvidence, told: DateOrder?) -> (DateOrder, ConventionReason)? {
    if let told {
      let order = dates.order(told: told)
      return (order, order == told ? .told : .ownCells)
    }
    if dates.contradictsItself { return nil }
    if let order = dates.order { return (order, .ownCells) }
    if dates.open == 0 { return (.monthFirst, .irrelevant) }
    if let order = others.order { return (order, .otherColumns) }
    return nil
  }
}
