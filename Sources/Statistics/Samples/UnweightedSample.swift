public import Phrases

/// A sample whose records all count alike, for what is not defined for weighted ones.
@dynamicMemberLookup
public struct UnweightedSample: Sendable {
  private let sample: Sample

  fileprivate init(_ sample: Sample) { self.sample = sample }

  /// What the sample knows, such as its values.
  public subscript<Value>(dynamicMember member: KeyPath<Sample, Value>) -> Value {
    sample[keyPath: member]
  }
}

extension Sample {
  /// Returns the sample for a test that knows no weights, such as "the Mann-Whitney test".
  ///
  /// - Throws: `.weightsNotSupported` for weighted records.
  public func unweighted(for test: Inline) throws(SampleFailure) -> UnweightedSample {
    guard weighting == .none else { throw .weightsNotSupported(test: test) }
    return UnweightedSample(self)
  }
}
