internal import Findings

/// What the threads share about a file while they read it.
final class FileContext: Sendable {
  /// The file and, in a workbook, the sheet.
  let place: Place
  let header: [String]
  let delimiter: UInt8
  let recordLimit: Int
  let isStrict: Bool
  let keepsRejects: Bool
  let keepsFates: Bool
  let setsRemarksAside: Bool
  let invalidUTF8: InvalidUTF8Policy
  let readsAllByLibCSV: Bool

  init(
    place: Place, header: [String], delimiter: UInt8, options: CSVOptions,
    invalidUTF8: InvalidUTF8Policy, readsAllByLibCSV: Bool
  ) {
    self.place = place
    self.header = header
    self.delimiter = delimiter
    recordLimit = options.recordLimit
    isStrict = options.isStrict
    keepsRejects = options.keepsRejects
    keepsFates = options.keepsFates
    setsRemarksAside = options.setsRemarksAside
    self.invalidUTF8 = invalidUTF8
    self.readsAllByLibCSV = readsAllByLibCSV
  }
}
