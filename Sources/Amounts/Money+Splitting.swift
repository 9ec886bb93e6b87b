extension Money {
  /// Returns the amount in parts that add up to it exactly and differ by at most one minor unit.
  ///
  /// This is the method of largest remainders for equal claims; of equal remainders the first win.
  ///
  /// - Precondition: The count is positive.
  /// - Complexity: O(count).
  public func split(among count: Int) -> [Money] {
    precondition(count > 0, "money is split among at least one")
    let (share, rest) = minorUnits.quotientAndRemainder(dividingBy: Int64(count))
    return (0..<count).map { index in
      let extra = index < rest.magnitude ? rest.signum() : 0
      return Money(minorUnits: share + extra, currency: currency)
    }
  }
}
