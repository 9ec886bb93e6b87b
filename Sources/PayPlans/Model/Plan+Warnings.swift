public import Findings

extension Plan {
  /// Returns what is probably not meant, although it can be paid.
  public func warnings() -> [Finding] {
    []
  }
}
