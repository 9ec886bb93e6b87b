/// A failure that stops a verb: an input that cannot be used, or an output that cannot be written.
///
/// Faults in the content of a file are `findings`; the code tells which exit status fits.
public struct InputFailure: Error, Sendable {
  /// The kind of failure; new cases may come, so a switch over it needs a default.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The call itself makes no sense.
    public static let usage: Code = Code(rawValue: "usage")
    /// The content of a file is wrong.
    public static let badData: Code = Code(rawValue: "bad-data")
    /// A file is not there or cannot be opened.
    public static let noInput: Code = Code(rawValue: "no-input")
    /// An output file cannot be created.
    public static let cannotCreate: Code = Code(rawValue: "cannot-create")
    /// Writing or reading broke off.
    public static let inputOutput: Code = Code(rawValue: "input-output")
  }

  /// The kind of failure.
  public var code: Code
  /// What is wrong, where, and what to do.
  public var log: FindingLog

  /// Creates a failure from the findings of a file.
  public init(_ code: Code, _ log: FindingLog) {
    self.code = code
    self.log = log
  }

  /// Creates a failure from one finding.
  public init(_ code: Code, _ finding: Finding) {
    var log = FindingLog()
    log.add(finding)
    self.init(code, log)
  }
}

extension InputFailure: CustomStringConvertible {
  /// Its findings in English, as the command prints them.
  public var description: String { log.description }
}
