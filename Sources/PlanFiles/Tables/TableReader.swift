internal import Amounts
internal import CSVReading
internal import Findings
internal import PayPlans

/// Finds the columns of a CSV file by name and reads its cells as the types that plans use.
struct TableReader {
  let file: CSVFile
  private(set) var log = FindingLog()

  init(path: String) throws(InputFailure) {
    self.init(try CSVFile(path: path))
  }

  init(csv: String, file: String) throws(InputFailure) {
    self.init(try CSVFile(bytes: Array(csv.utf8), name: file))
  }

  private init(_ file: CSVFile) {
    self.file = file
    for finding in file.findings { log.add(finding) }
  }

  /// Returns the index of a column; names match without regard to case, blanks and underscores.
  func column(_ name: String) -> Int? {
    let wanted = Self.folded(name)
    return file.header.firstIndex { Self.folded($0) == wanted }
  }

  /// Returns the index of a column that must be there, or reports that it is not.
  mutating func required(_ name: String, _ why: Inline = .empty) -> Int {
    if let index = column(name) { return index }
    log.add(
      Finding(
        "csv.missing-column", at: Place(file: file.name, line: file.headerLine),
        "there is no column \"\(name)\"\(why)",
        remedy: NearMiss.remedy(for: name, among: file.header)))
    return 0
  }

  /// Reports columns whose names are hardly different from that of an optional column, which is not there.
  mutating func reportNearMisses(
    of known: [String], _ severity: Severity, in what: Inline
  ) {
    let present = Set(file.header.map(Self.folded))
    let absent = known.filter { !present.contains(Self.folded($0)) }
    let others = Set(known.map(Self.folded))
    for name in file.header where !others.contains(Self.folded(name)) {
      let letters = Array(Self.folded(name))
      // Short names are near each other by chance.
      let match = absent.first {
        NearMiss.distance(letters, Array(Self.folded($0))).map {
          $0 <= (letters.count < 6 ? 1 : 2)
        } ?? false
      }
      guard let match else { continue }
      log.add(
        Finding(
          "csv.column", severity, at: Place(file: file.name, line: file.headerLine),
          "\(what) has no column \"\(name)\", so it is not read",
          remedy: "did you mean \"\(match)\"?"))
    }
  }

  static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  /// Throws what was found, if any of it is an error.
  func check() throws(InputFailure) {
    if log.hasErrors { throw InputFailure(.badData, log) }
  }

  mutating func add(_ tally: CSVTally) { log.add(tally.findings) }
}

extension CSVRecord {
  /// Reads a day; an empty cell is nil without a finding.
  mutating func date(_ field: Int, _ what: String) -> CalendarDate? {
    if let date = withBytes(field, { CellBytes.date($0) }) { return date }
    if isEmpty(field) { return nil }
    let text = text(field)
    if let date = CalendarDate(iso: text) { return date }
    reject(
      finding(
        "deals.date", field: field, "\(what) \"\(text)\" is not a date",
        remedy: "write year, month and day, such as 2021-05-31"))
    return nil
  }

  /// Reads a number of money or units; an empty cell is nil without a finding.
  ///
  /// A currency sign or code beside it must be that of the currency; without one there must be none.
  /// A percentage says of what only where a plan has bands of the column.
  mutating func amount(
    _ field: Int, _ what: String, in currency: Currency?, orPercentage: Bool = false
  ) -> Ratio? {
    if let number = withBytes(field, { CellBytes.number($0) }), number.isInDealRange {
      return number
    }
    if isEmpty(field) { return nil }
    let text = text(field)
    let number: Ratio
    switch PlanNumber(text) {
    case .amount(let amount, let mark)?:
      if let mark, currency.map({ !mark.allows($0) }) ?? true {
        let message: Inline =
          if let currency {
            "\(what) \"\(text)\" is in \(mark.text), not in \(currency.code)"
          } else {
            "\(what) \"\(text)\" is in \(mark.text), not an amount of money"
          }
        reject(finding("deals.currency", field: field, message))
        return nil
      }
      number = amount
    case .percentage(let share)? where orPercentage: number = share
    case .percentage?:
      reject(
        finding(
          "deals.amount", field: field,
          "\(what) must be an amount, but \"\(text)\" is a percentage",
          remedy: "write the amount that it comes to"))
      return nil
    default:
      reject(finding("deals.amount", field: field, "\(what) \"\(text)\" is not an amount"))
      return nil
    }
    if number.isInDealRange { return number }
    reject(
      finding(
        "deals.amount", field: field, "\(what) \"\(text)\" is too large",
        remedy: "amounts go up to 1,000,000,000,000"))
    return nil
  }

  /// Reads a share between 0 and a limit, as "50%" or "0.5".
  mutating func share(_ field: Int, _ what: String, upTo limit: Ratio) -> Ratio? {
    if isEmpty(field) { return nil }
    let text = text(field)
    let share: Ratio? =
      switch PlanNumber(text) {
      case .percentage(let share)?: share
      case .amount(let share, nil)?: share
      default: nil
      }
    if let share, .zero <= share, share <= limit { return share }
    reject(
      finding(
        "deals.share", field: field,
        "\(what) \"\(text)\" is not a share between 0% and \(.share(limit))",
        remedy: "write 50% or 0.5 for a half"))
    return nil
  }

  /// Reads a text that must be there.
  mutating func name(_ field: Int, _ what: String) -> String {
    let text = label(field)
    if text.isEmpty { reject(finding("deals.empty", field: field, "\(what) is empty")) }
    return text
  }

  /// Reads a text without the blanks around it, which nobody sees.
  func label(_ field: Int) -> String {
    let text = text(field)
    let hasBlanks = withBytes(field) { bytes in
      // A byte above ASCII may end a blank of another width.
      let isPlain = { (byte: UInt8) in byte > UInt8(ascii: " ") && byte < 0x80 }
      return !bytes.isEmpty && !(isPlain(bytes[0]) && isPlain(bytes[bytes.count - 1]))
    }
    guard hasBlanks else { return text }
    return String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Ratio {
  /// Whether an amount is one of pay or sales at all: up to a trillion.
  var isInDealRange: Bool { -1_000_000_000_000 <= self && self <= 1_000_000_000_000 }
}
