public import Findings

/// A model, or a question about one, that makes no sense.
public struct ModelFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public let message: Inline
  /// What to do about it.
  public let remedy: Inline?

  /// Creates a failure.
  public init(_ message: Inline, remedy: Inline? = nil) {
    self.message = message
    self.remedy = remedy
  }
}

extension ModelFailure: CustomStringConvertible {
  public var description: String {
    (remedy.map { "\(message); \($0)" } ?? message).plainText
  }
}
