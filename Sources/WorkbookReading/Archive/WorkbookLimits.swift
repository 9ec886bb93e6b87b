/// What a workbook may be at most; more is taken for a file that is made to use up the machine.
///
/// Excel's own limits are 1,048,576 rows, 16,384 columns and 32,767 characters in a cell.
package struct WorkbookLimits: Hashable, Sendable {
  /// The rows of a sheet.
  package var rows: Int = 1 << 20
  /// The columns of a sheet.
  package var columns: Int = 1 << 14
  /// The bytes of one text, in UTF-8: three for each of the 32,767 characters, and some more.
  package var textBytes: Int = 1 << 17
  /// The bytes of one row as CSV.
  package var rowBytes: Int = 16 << 20
  /// The bytes of a sheet as CSV, which shared texts can blow up beyond its XML.
  package var sheetTextBytes: Int = 4 << 30
  /// The bytes of a sheet as XML.
  package var sheetXMLBytes: Int = 8 << 30
  /// The bytes of the XML of any other part, texts apart.
  package var partXMLBytes: Int = 64 << 20
  /// The number of shared texts, and their bytes together: all that is held in memory.
  package var sharedTexts: Int = 8_000_000
  package var sharedTextBytes: Int = 512 << 20
  /// How many bytes one stored byte may become, in a part of more than 16 MiB.
  ///
  /// Sheets come out at 10 to 50; deflate can do no more than about 1030.
  package var ratio: Int = 200
  package var ratioCountsFrom: Int = 16 << 20

  package init() {}
}
