public import Findings

/// One rule of a plan that pays, under the name that statements show.
public struct Component: Sendable {
  /// The name that statements show.
  public var name: String
  /// What it pays.
  public var rule: Rule
  /// Where it is written.
  public var place: Place?

  /// Creates a component.
  public init(_ name: String, _ rule: Rule, place: Place? = nil) {
    self.name = name
    self.rule = rule
    self.place = place
  }
}
