public import Findings

/// How a file is written, with the reason for each decision.
public struct CSVDialect: Hashable, Sendable {
  /// The encoding of the bytes.
  public var encoding: CSVEncoding
  /// Why this encoding, as a phrase such as "no byte that is not ASCII".
  public var encodingReason: Inline
  /// The character between fields: one of ASCII, such as a comma, a semicolon or a tab.
  public var delimiter: Character
  /// Why this delimiter, as a phrase.
  public var delimiterReason: Inline
  /// The number of lines above the header: titles, notes, blank lines.
  public var bannerLines: Int
  /// Why the header is where it is, as a phrase.
  public var headerReason: Inline
  /// Whether the file is compressed with gzip.
  public var isCompressed: Bool
  /// The sheet that the rows are of; nil for a text.
  public var sheet: Sheet?

  /// A sheet of a workbook.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// The last row with something in it.
    public var rows: Int
    /// The last column with something in it.
    public var columns: Int
  }
}
