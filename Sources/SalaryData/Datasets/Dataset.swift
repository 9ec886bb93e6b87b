/// A bundled table and what there is to know about it.
public struct Dataset: Hashable, Sendable {
  /// What a table holds, and so how it is read.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The pay that everything is held against.
    case baseline
    /// A price or wage index.
    case index
    /// Published pay by group, with one row for each occupation, industry and area.
    case summary
    /// Codes and the spellings that people use for them.
    case vocabulary
    /// Anything else that is looked up.
    case reference
  }

  /// The name by which it is asked for, such as "cpi-u".
  public let name: String
  /// The file, relative to the directory of the datasets.
  public let file: String
  /// What kind of table it is, which decides how it is read.
  public let kind: Kind
  /// How often an index is published; nil for other kinds.
  public let frequency: IndexFrequency?
  /// What it is, in one line.
  public let title: String
  /// The agency or firm that published the figures, to be cited beside them.
  public let publisher: String
  /// The time that the figures refer to.
  public let referencePeriod: String
  /// Under which terms the figures may be used.
  public let licence: String
  /// Where the figures were taken from.
  public let source: String
}
