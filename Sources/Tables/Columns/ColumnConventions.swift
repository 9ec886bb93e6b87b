internal import Amounts
internal import Findings

/// How the cells of each column are written, and what they said about it.
///
/// A column is decided as a whole, never cell by cell: while it is read its cells are counted, and
/// where they speak for another convention than was taken for granted the table is read again.
struct ColumnConventions: Sendable {
  /// What the cells of one column said.
  struct Evidence: Sendable {
    var decimals = DecimalEvidence()
    var dates = DateEvidence()
    /// Numbers that are no shares unless they are percentages, and numbers that are hardly percentages.
    var percentages = 0
    var fractions = 0
    /// The first cell that can be read in two ways.
    var firstOpen: (place: Place, text: String)?
    /// The first cell of each of two ways that contradict each other.
    var firstComma: (place: Place, text: String)?
    var firstPoint: (place: Place, text: String)?
  }

  /// What is taken for granted about one column while it is read.
  struct Convention: Hashable, Sendable {
    var decimal: DecimalConvention = .point
    var dates: DateOrder = .monthFirst
    /// Whether a person said so: then a cell that does not fit is refused.
    var isDecimalTold = false
    var areDatesTold = false
    var sharesArePercentages = false
  }

  var conventions: [Convention]
  var evidence: [Evidence]

  init(count: Int) {
    conventions = Array(repeating: Convention(), count: count)
    evidence = Array(repeating: Evidence(), count: count)
  }
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

extension ColumnConventions {
  /// Decides the decimal separator of a column; nil where its cells can be read in two ways.
  static func decimal(
    _ own: DecimalEvidence, others: DecimalEvidence, delimiter: Character,
    told: DecimalConvention?
  ) -> (DecimalConvention, ConventionReason)? {
    if let told { return (told, .told) }
    switch (own.certain(.point) > 0, own.certain(.comma) > 0) {
    case (true, true): return nil
    case (true, false): return (.point, .ownCells)
    case (false, true): return (.comma, .ownCells)
    case (false, false): break
    }
    // "57,504" is likelier with a decimal point, "57.504" with a comma.
    let (likePoint, likeComma) = (own.open(.point), own.open(.comma))
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

  /// Decides the order of day and month of a column; nil where its days can be read in two ways.
  static func order(
    _ own: DateEvidence, others: DateEvidence, told: DateOrder?
  ) -> (DateOrder, ConventionReason)? {
    if let told { return (told, .told) }
    if own.contradictsItself { return nil }
    if let order = own.order { return (order, .ownCells) }
    if own.open == 0 { return (.monthFirst, .irrelevant) }
    if let order = others.order, !others.contradictsItself { return (order, .otherColumns) }
    return nil
  }
}
