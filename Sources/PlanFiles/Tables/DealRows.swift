internal import Amounts
internal import CSVReading
internal import Findings
internal import PayPlans
internal import Tables

/// The rows of a table, or of a piece of it, as they were read.
///
/// What only some tables have stands beside the deals, which are many.
struct DealRows: Sendable {
  var deals: [Deal] = []
  /// What else the file says of each; empty where that follows from the deals.
  var facts: [DealFacts] = []
  /// The product of each; empty where no column has it.
  var products = DealProducts()
  /// The amount of each in the currency of the company; empty where no column has it.
  var converted: [ConvertedAmount] = []
  /// What stages say.
  var stages = DealStages()
  /// How often each kind of split stands there.
  var splitTypes: [String: Int] = [:]
  /// Where the rows stood in the one file that they were cut out of; nil where there are several files.
  var origin: (file: String, lines: [Int])?
  /// Why deals were set aside.
  private(set) var leftOut = LeftOutDeals()
  /// How ids are taken from what is written: only those of ASCII that are all taken in one way are equal
  /// only where the same is written.
  private var reading = IDReading()
  /// Whether no two rows have the same id.
  private(set) var haveOwnIDs = false
  /// About how many rows the whole table has.
  private let expected: Int

  init(expected rows: Int) { expected = rows }

  /// Adds the rows that follow.
  mutating func append(_ next: consuming DealRows) {
    if deals.isEmpty {
      // Growing does not copy then; memory that is not used is never touched.
      deals.reserveCapacity(expected)
      origin = next.origin
    } else if !next.deals.isEmpty {
      if let lines = next.origin?.lines, next.origin?.file == origin?.file {
        origin?.lines += lines
      } else {
        origin = nil
      }
    }
    deals.append(contentsOf: next.deals)
    facts.append(contentsOf: next.facts)
    products.append(next.products)
    converted.append(contentsOf: next.converted)
    stages.append(next.stages)
    splitTypes.merge(next.splitTypes) { $0 + $1 }
    leftOut.append(next.leftOut)
    reading.append(next.reading)
  }

  /// Adds a deal, with what is written for its id.
  mutating func add(_ deal: Deal, written id: Span<UInt8>) {
    reading.note(deal.id, of: id)
    deals.append(deal)
  }

  /// Adds a deal that has no id yet.
  mutating func add(_ deal: Deal) { deals.append(deal) }

  /// Notes whether no two rows are written with the same id.
  mutating func note(areWrittenIDsOwn: Bool) {
    haveOwnIDs = areWrittenIDsOwn && reading.isLiteral
  }

  /// The deals, which are then nowhere else.
  mutating func takeDeals() -> [Deal] {
    defer { deals = [] }
    return deals
  }

  /// How much there is beside the deals before a row is read.
  typealias Mark = (facts: Int, products: Int, converted: Int)
  var mark: Mark { (facts.count, products.count, converted.count) }

  /// Forgets what a row added that is not paid on.
  mutating func forget(from mark: Mark) {
    facts.removeSubrange(mark.facts...)
    products.forget(from: mark.products)
    converted.removeSubrange(mark.converted...)
  }

  mutating func leaveOut(
    _ record: borrowing CSVRecord, of columns: DealColumns, _ rule: DealRule
  ) {
    guard let id = columns.id else { return }
    leftOut.add(rule) { DealColumns.plainID(record.label(id.position)) }
  }

  /// Notes where a row stood in the file that it was cut out of, before its deal is added.
  mutating func note(origin place: Place?) {
    guard let place, let line = place.line else {
      origin = nil
      return
    }
    if deals.isEmpty { origin = (place.file, []) }
    guard let known = origin, known.file == place.file, known.lines.count == deals.count else {
      origin = nil
      return
    }
    origin?.lines.append(line)
  }

  /// Has deals stand where they stood in the file that they were cut out of, so that what is found
  /// across rows is told of that file.
  mutating func standInOrigin() {
    guard let origin, origin.lines.count == deals.count else { return }
    for index in deals.indices { deals[index].line = origin.lines[index] }
  }

  /// Names deals by their own fields, where no column does.
  mutating func nameDeals() {
    haveOwnIDs = false
    var seen: [String: Int] = [:]
    for index in deals.indices {
      let names =
        facts.isEmpty
        ? "" : [facts[index].name, facts[index].account].compactMap(\.self).joined(separator: ", ")
      let day = deals[index].closeDate
      let base = names.isEmpty ? "\(day)" : "\(names) \(day)"
      let count = seen["\(base)\u{0}\(deals[index].rep)", default: 0]
      seen["\(base)\u{0}\(deals[index].rep)"] = count + 1
      deals[index].id = count == 0 ? base : "\(base) (\(count + 1))"
    }
  }

  /// Makes shares of deals of what each person is credited: the deal is all parts of it together.
  mutating func joinParts(of currency: Currency) {
    func key(_ deal: Deal) -> String { "\(deal.id)\u{0}\((deal.currency ?? currency).code)" }
    var wholes: [String: Ratio] = [:]
    for deal in deals {
      let whole = wholes[key(deal)] ?? .zero
      wholes[key(deal)] = try? whole + deal.amount
    }
    for index in deals.indices {
      let part = deals[index].amount
      guard let whole = wholes[key(deals[index])], whole != .zero, let share = try? part / whole
      else { continue }
      deals[index].amount = whole
      deals[index].share = share
    }
  }

  /// Makes a deal of each row where one deal has a row for each of several products.
  ///
  /// Rows of one deal, person and product stay what they are, for which they are refused.
  mutating func separateLines(_ columns: DealColumns) -> Finding? {
    if haveOwnIDs || products.count == 0 { return nil }
    var rows: [String: [Int]] = [:]
    for index in deals.indices where !products[index].isEmpty {
      rows["\(deals[index].id)\u{0}\(deals[index].rep)", default: []].append(index)
    }
    var separated: Set<String> = []
    for rows in rows.values
    where rows.count > 1 && Set(rows.map { products[$0] }).count == rows.count {
      separated.insert(deals[rows[0]].id)
    }
    if separated.isEmpty { return nil }
    let areAllEqual = rows.values.allSatisfy { rows in
      rows.allSatisfy { deals[$0].amount == deals[rows[0]].amount }
    }
    if areAllEqual, !columns.isAmountMapped {
      return Finding(
        "deals.repeated-amount", at: columns.headerPlace,
        "\"\(columns.amount.name)\" is the same for all products of a deal, in \(separated.count) of them, so that it may be that of the whole deal",
        remedy:
          "say \(.parameter(.map, "amount=COLUMN")) with the amount of each product, which may be this one"
      )
    }
    for index in deals.indices where separated.contains(deals[index].id) {
      deals[index].id += "/\(products[index])"
    }
    return Finding(
      "deals.lines", .note, at: columns.headerPlace,
      "\(separated.count) deals have a row for each product; each row is paid as a deal of its own, named DEAL/PRODUCT"
    )
  }
}

/// Why deals were set aside, by their ids; of very many the first ones.
struct LeftOutDeals: Sendable {
  private(set) var rules: [String: DealRule] = [:]
  /// What was noted, in order: of rows with one id the last one counts.
  private var notes: [(id: String, rule: DealRule)] = []

  mutating func add(_ rule: DealRule, id: () -> String) {
    guard rules.count < 100_000 else { return }
    let id = id()
    if rules.updateValue(rule, forKey: id) != rule { notes.append((id, rule)) }
  }

  mutating func append(_ next: LeftOutDeals) {
    for note in next.notes { add(note.rule) { note.id } }
  }
}

/// How the ids of deals are taken from what is written.
private struct IDReading: Sendable {
  private var areASCII = true
  private var areWhole = true
  private var areCut = true

  /// Whether only what is written alike gives the same id.
  var isLiteral: Bool { areASCII && (areWhole || areCut) }

  mutating func append(_ next: IDReading) {
    areASCII = areASCII && next.areASCII
    areWhole = areWhole && next.areWhole
    areCut = areCut && next.areCut
  }

  mutating func note(_ id: String, of written: Span<UInt8>) {
    let bytes = id.utf8.span
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    // Texts above ASCII can be equal that are written with other bytes.
    if all >= 0x80 { areASCII = false }
    if bytes.count == written.count {
      areCut = false
      return
    }
    areWhole = false
    // Of 18 letters the last three follow from the others; whatever else is left out may be any blank.
    let isPlain = { (byte: UInt8) in byte > UInt8(ascii: " ") && byte < 0x80 }
    if written.count != 18 || bytes.count != 15 || !isPlain(written[0]) || !isPlain(written[17]) {
      areCut = false
    }
  }
}

/// An amount in the currency of the company, as a column has it.
struct ConvertedAmount: Sendable {
  var value: Ratio?
  var currency: Currency?
}

/// The products of deals; there are few of them, so that their texts are made once.
struct DealProducts: Sendable {
  private var known = ByteInterner()
  private var names = [""]
  private var codes: [UInt32] = []

  var count: Int { codes.count }

  subscript(row: Int) -> String { names[Int(codes[row])] }

  mutating func add(_ record: borrowing CSVRecord, _ field: Int) {
    let code = record.withBytes(field) { known.code(as: $0) }
    if code == names.count { names.append(record.label(field)) }
    codes.append(code)
  }

  mutating func forget(from row: Int) { codes.removeSubrange(row...) }

  /// Adds the products of the rows that follow.
  mutating func append(_ next: DealProducts) {
    let numbers = known.add(next.known)
    for (number, name) in zip(numbers, next.names) where number == names.count {
      names.append(name)
    }
    codes.append(contentsOf: next.codes.lazy.map { numbers[Int($0)] })
  }
}

/// What the stages of deals say; there are few of them, so that each is read once.
struct DealStages: Sendable {
  private var known = ByteInterner()
  private var labels = [""]
  private var says: [DealOutcome?] = [DealOutcome.said(by: "")]
  private var counts = [0]
  /// Those that are counted, the first ones first.
  private var order: [Int] = []
  /// Whether a stage said that a deal is won or lost.
  private(set) var sawOutcome = false

  /// Returns what the stage of a row says for sure.
  mutating func said(
    by record: borrowing CSVRecord, _ field: Int, isCounted: Bool
  ) -> DealOutcome? {
    let code = Int(record.withBytes(field) { known.code(as: $0) })
    if code == labels.count {
      let label = record.label(field)
      labels.append(label)
      says.append(DealOutcome.said(by: label))
      counts.append(0)
    }
    if isCounted {
      if counts[code] == 0 { order.append(code) }
      counts[code] += 1
      if says[code] != nil { sawOutcome = true }
    }
    return says[code]
  }

  /// Adds the stages of the rows that follow.
  mutating func append(_ next: DealStages) {
    let codes = known.add(next.known).map { Int($0) }
    for code in codes.indices where codes[code] == labels.count {
      labels.append(next.labels[code])
      says.append(next.says[code])
      counts.append(0)
    }
    for code in next.order {
      if counts[codes[code]] == 0 { order.append(codes[code]) }
      counts[codes[code]] += next.counts[code]
    }
    sawOutcome = sawOutcome || next.sawOutcome
  }

  /// How often stages stand there that say won, or neither won nor lost; of very many the first ones.
  func labels(saying outcome: DealOutcome) -> [String: Int] {
    var stages: [String: Int] = [:]
    for code in order where (says[code] ?? .open) == outcome {
      if stages.count < 100 || stages[labels[code]] != nil {
        stages[labels[code], default: 0] += counts[code]
      }
    }
    return stages
  }
}
