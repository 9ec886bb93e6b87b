public import Findings

/// A column by which people are made comparable in a regression.
public struct Characteristic: Hashable, Sendable {
  /// How a column enters.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// As one number, or its square.
    case number
    /// As a column of zeros and ones for each value but the most frequent one.
    case category
  }

  /// How a column did enter a regression.
  public struct Use: Hashable, Sendable {
    /// The characteristic, such as "experience^2".
    public let name: String
    /// How it entered.
    public let kind: Kind
    /// The values of a category; none of a number.
    public let values: [String]
    /// The value that the others are held against; nil of a number.
    public let reference: String?
  }

  /// The column.
  public let column: String
  /// Whether its square enters.
  public let isSquared: Bool
  /// How it enters; nil leaves it to the values.
  public let kind: Kind?

  /// The column with its power, as tables name it.
  public var name: String { isSquared ? column + Self.square : column }

  private static let square = "^2"

  /// Creates a characteristic.
  public init(_ column: String, isSquared: Bool = false, kind: Kind? = nil) {
    self.column = column
    self.isSquared = isSquared
    self.kind = kind
  }

  /// Reads "experience", "experience^2", "grade=category" and "grade=number".
  ///
  /// - Throws: `.usage` for another word behind the sign, and for the square of a category.
  public init(parsing text: String) throws(InputFailure) {
    var name = text
    var kind: Kind?
    if let sign = text.lastIndex(of: "=") {
      let word = String(text[text.index(after: sign)...])
      guard let known = Kind(rawValue: word) else {
        throw Obstacle.unknownKind(word, in: text).failure
      }
      kind = known
      name = String(text[..<sign])
    }
    let isSquared = name.hasSuffix(Self.square)
    if isSquared { name = String(name.dropLast(Self.square.count)) }
    guard !isSquared || kind != .category else {
      throw Obstacle.squareOfCategory(text).failure
    }
    self.init(name, isSquared: isSquared, kind: kind)
  }
}
