/// What the threads share about a file while they read it.
final class FileContext: Sendable {
  let name: String
  let header: [String]
  let delimiter: UInt8
  let recordLimit: Int
  let isStrict: Bool
  let keepsRejects: Bool
  let invalidUTF8: InvalidUTF8Policy
  let readsAllByLibCSV: Bool

  init(_ file: CSVFile) {
    name = file.name
    header = file.header
    delimiter = file.delimiter
    recordLimit = file.options.recordLimit
    isStrict = file.options.isStrict
    keepsRejects = file.options.keepsRejects
    readsAllByLibCSV = file.readsAllByLibCSV
    invalidUTF8 =
      if file.dialect.encoding != .utf8 { .impossible } else {
        file.options.encoding == .utf8 ? .reject : .windows1252
      }
  }
}
