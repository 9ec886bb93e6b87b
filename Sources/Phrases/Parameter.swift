/// A setting of a question, such as the columns to compare by.
///
/// A library user sets a property, a command line an option, a recipe a key: each spells the name in
/// its own way, and findings and documents leave that to whoever prints them.
public struct Parameter: Hashable, Sendable {
  /// The words of the name in lower case, such as "cost of living".
  public let name: String

  /// Creates a setting.
  public init(_ name: String) {
    self.name = name
  }
}

extension Parameter: CustomStringConvertible {
  public var description: String { name }
}
