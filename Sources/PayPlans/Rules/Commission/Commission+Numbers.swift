internal import Amounts

extension Commission {
  mutating func change(
    _ number: RuleNumber, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch number {
    case .pay(let row): try changePay(of: row, change)
    case .level(let row): try changeLevel(of: row, change)
    case .rates(let first):
      for row in scale.rows.dropFirst(first) { try changePay(of: row, change) }
      if first == 0, let rest = part?.rest { part?.rest = try rest.changed(change) }
    case .threshold:
      if let old = threshold?.at { threshold?.at = try old.changed(change) }
    case .cap:
      switch cap {
      case .pay(let level): cap = .pay(try level.changed(change))
      case .attainment(let level): cap = .attainment(try level.changed(change))
      case nil: break
      }
    }
  }

  private mutating func changePay(
    of row: Int, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    guard scale.rows.contains(row) else { return }
    switch scale {
    case .bands(var bands, let tiers):
      bands[row].pay = try bands[row].pay.changed(change)
      scale = .bands(bands, tiers)
    case .interpolated(var corners):
      corners[row].pay = try corners[row].pay.changed(change)
      scale = .interpolated(corners)
    }
  }

  private mutating func changeLevel(
    of row: Int, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    guard scale.rows.contains(row) else { return }
    switch scale {
    case .bands(var bands, let tiers):
      guard let old = bands[row].to else { return }
      bands[row].to = try old.changed(change)
      scale = .bands(bands, tiers)
    case .interpolated(var corners):
      corners[row].at = try corners[row].at.changed(change)
      scale = .interpolated(corners)
    }
  }
}

extension PayScale {
  /// The indices of the bands or corners.
  fileprivate var rows: Range<Int> {
    switch self {
    case .bands(let bands, _): bands.indices
    case .interpolated(let corners): corners.indices
    }
  }
}
