/// What a reader is told about a file; what it is not told, it finds out.
public struct CSVOptions: Hashable, Sendable {
  /// Where the names of the columns stand.
  public enum Header: Hashable, Sendable {
    /// In the first row that looks like one; title lines and notes above it are skipped.
    case detected
    /// On this line, from 1; everything above it is skipped.
    case line(Int)
    /// Nowhere: the columns are called column_1, column_2, …
    case absent
  }

  /// The encoding, or nil to detect it.
  public var encoding: CSVEncoding?
  /// The character between fields, or nil to detect comma, semicolon, tab or pipe.
  public var delimiter: Character?
  /// The name of the sheet of a workbook; nil for the one that the path names (`deals.xlsx#Deals`), or
  /// the only one that has something in it.
  public var sheet: String?
  /// Which line holds the names of the columns, or that there are none.
  public var header: Header
  /// Whether the first rejected row stops the reading with an `InputFailure`.
  public var isStrict: Bool
  /// Whether the tally keeps the rejected rows as CSV text; they need memory, so they are not kept by default.
  public var keepsRejects: Bool
  /// Whether the tally keeps the line of each row that was not used, with the reason.
  public var keepsFates: Bool = false
  /// Whether a row with fewer fields than the header is set aside where its one field is a line about
  /// the export, such as "Confidential Information - Do Not Distribute".
  public var setsRemarksAside: Bool = false
  /// How many rows the file has, where somebody knows: it is refused with fewer or more, because the end
  /// of a stream does not tell that its writer came to an end.
  public var expectedRows: Int?
  /// The most bytes of one record; one that is longer is taken for a quote left open.
  ///
  /// The default of 1 MiB is a hundred times what salary surveys write in a free-text answer, and
  /// bounds the memory of the reader.
  public var recordLimit: Int

  /// Creates options; by default everything is detected.
  public init(
    encoding: CSVEncoding? = nil, delimiter: Character? = nil, sheet: String? = nil,
    header: Header = .detected,
    isStrict: Bool = false, keepsRejects: Bool = false, recordLimit: Int = 1 << 20
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
    self.header = header
    self.isStrict = isStrict
    self.keepsRejects = keepsRejects
    self.recordLimit = recordLimit
  }
}
