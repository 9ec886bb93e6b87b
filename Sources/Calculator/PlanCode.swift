internal import Amounts
internal import Findings
package import PayPlans

/// Checked plans as bytes: one description of the fields serves the way there and back.
///
/// A page has both the bytes and the engine that reads them, so the form has no versions.
package struct PlanCode {
  private(set) var bytes: [UInt8] = []
  private(set) var position = 0
  let isReading: Bool
  var isBroken = false
  private var file = ""

  /// Returns the bytes of plans and of past attainments; nil when a number of a plan has more than 38
  /// digits.
  package static func encode(
    _ plans: [Plan], histories: [String: [Double]] = [:]
  ) -> [UInt8]? {
    let named = histories.map { (name: $0.key, values: $0.value) }.sorted { $0.name < $1.name }
    return write((plans, named)) { $0.contents(&$1) }
  }

  /// Returns the plans and past attainments of some bytes; nil when they are none.
  package static func decode(
    _ bytes: [UInt8]
  ) -> (plans: [Plan], histories: [String: [Double]])? {
    guard
      let (plans, named) = read(
        bytes, ([Plan](), [(name: String, values: [Double])]()),
        {
          $0.contents(&$1)
        })
    else { return nil }
    return (plans, named.reduce(into: [:]) { $0[$1.name] = $1.values })
  }

  private mutating func contents(
    _ value: inout ([Plan], [(name: String, values: [Double])])
  ) {
    list(&value.0, Self.blank) { $0.plan(&$1) }
    list(&value.1, (name: "", values: [])) { code, history in
      code.text(&history.name)
      code.list(&history.values, 0) { $0.double(&$1) }
    }
  }

  private mutating func double(_ value: inout Double) {
    var bits = Int128(value.bitPattern)
    wide(&bits)
    if let narrow = UInt64(exactly: bits) {
      value = Double(bitPattern: narrow)
    } else {
      isBroken = true
    }
  }

  /// Returns the bytes of a value; nil when a number of it has more than 38 digits.
  static func write<Value>(
    _ value: Value, _ code: (inout PlanCode, inout Value) -> Void
  ) -> [UInt8]? {
    var writer = PlanCode(isReading: false, bytes: [])
    var value = value
    code(&writer, &value)
    return writer.isBroken ? nil : writer.bytes
  }

  /// Returns the value of some bytes, made of a blank one; nil when they are none.
  static func read<Value>(
    _ bytes: [UInt8], _ blank: Value, _ code: (inout PlanCode, inout Value) -> Void
  ) -> Value? {
    var reader = PlanCode(isReading: true, bytes: bytes)
    var value = blank
    code(&reader, &value)
    return reader.isBroken || reader.position != bytes.count ? nil : value
  }

  static let blank = Plan("", currency: .usd, measures: [], components: [])

  init(isReading: Bool, bytes: [UInt8]) {
    self.isReading = isReading
    self.bytes = bytes
  }

  // MARK: Ground

  private mutating func wide(_ value: inout Int128) {
    if isReading {
      var bits: UInt128 = 0
      var shift: UInt128 = 0
      while true {
        guard position < bytes.count, shift < 133 else {
          isBroken = true
          return
        }
        let byte = bytes[position]
        position += 1
        bits |= UInt128(byte & 0x7f) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      value = Int128(bitPattern: bits >> 1) ^ -Int128(bitPattern: bits & 1)
    } else {
      var bits = UInt128(bitPattern: (value << 1) ^ (value >> 127))
      while bits >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: bits) | 0x80)
        bits >>= 7
      }
      bytes.append(UInt8(bits))
    }
  }

  mutating func integer(_ value: inout Int) {
    var wide = Int128(value)
    self.wide(&wide)
    if let narrow = Int(exactly: wide) { value = narrow } else { isBroken = true }
  }

  mutating func flag(_ value: inout Bool) {
    var bit = value ? 1 : 0
    integer(&bit)
    value = bit == 1
  }

  mutating func text(_ value: inout String) {
    var count = value.utf8.count
    integer(&count)
    if isReading {
      guard count >= 0, count <= bytes.count - position else {
        isBroken = true
        return
      }
      value = String(decoding: bytes[position..<position + count], as: UTF8.self)
      position += count
    } else {
      bytes.append(contentsOf: value.utf8)
    }
  }

  mutating func ratio(_ value: inout Ratio) {
    guard var numerator = value.numerator, var denominator = value.denominator else {
      isBroken = true
      return
    }
    wide(&numerator)
    wide(&denominator)
    guard isReading else { return }
    if let read = try? Ratio(numerator, over: denominator) { value = read } else { isBroken = true }
  }

  mutating func list<Element>(
    _ values: inout [Element], _ blank: Element, _ code: (inout PlanCode, inout Element) -> Void
  ) {
    var count = values.count
    integer(&count)
    if isReading {
      guard count >= 0, count <= bytes.count - position else {
        isBroken = true
        return
      }
      values = Array(repeating: blank, count: count)
    }
    for index in values.indices where !isBroken { code(&self, &values[index]) }
  }

  mutating func maybe<Value>(
    _ value: inout Value?, _ blank: Value, _ code: (inout PlanCode, inout Value) -> Void
  ) {
    var isThere = value != nil
    flag(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var inner = value ?? blank
    code(&self, &inner)
    value = inner
  }

  mutating func choice<Value: RawRepresentable & CaseIterable & Equatable>(
    _ value: inout Value
  ) where Value.RawValue == String {
    let all = Array(Value.allCases)
    var index = all.firstIndex(of: value) ?? 0
    integer(&index)
    if all.indices.contains(index) { value = all[index] } else { isBroken = true }
  }

  private mutating func place(_ value: inout Place?) {
    // All places of a plan are in its one file, which has no sheets.
    maybe(&value, Place(file: file)) { code, place in
      code.maybe(&place.line, 0) { $0.integer(&$1) }
      code.maybe(&place.column, 0) { $0.integer(&$1) }
    }
  }

  mutating func date(_ value: inout CalendarDate) {
    var day = Int(value.dayNumber)
    integer(&day)
    value = CalendarDate(dayNumber: Int32(truncatingIfNeeded: day))
  }

  mutating func level(_ value: inout Level) {
    var isShare = value.isShare
    var number = value.number
    flag(&isShare)
    ratio(&number)
    value = isShare ? .share(number) : .amount(number)
  }

  private mutating func rate(_ value: inout Rate) {
    var (tag, number): (Int, Ratio) =
      switch value {
      case .multiple(let number): (0, number)
      case .share(let number): (1, number)
      case .each(let number): (2, number)
      }
    integer(&tag)
    ratio(&number)
    switch tag {
    case 0: value = .multiple(number)
    case 1: value = .share(number)
    case 2: value = .each(number)
    default: isBroken = true
    }
  }

  private mutating func span(_ value: inout CalendarSpan) {
    var (isMonths, count): (Bool, Int) =
      switch value {
      case .days(let count): (false, count)
      case .months(let count): (true, count)
      }
    flag(&isMonths)
    integer(&count)
    value = isMonths ? .months(count) : .days(count)
  }

  // MARK: Measures

  private mutating func filter(_ value: inout DealFilter) {
    text(&value.column)
    list(&value.values, "") { $0.text(&$1) }
    flag(&value.isNegated)
  }

  private mutating func step(_ value: inout CreditMultiplier.Step) {
    maybe(&value.to, .zero) { $0.ratio(&$1) }
    flag(&value.includesEnd)
    ratio(&value.times)
  }

  private mutating func multiplier(_ value: inout CreditMultiplier) {
    var column = value.column
    var factors: [(String, Ratio)] = []
    var steps: [CreditMultiplier.Step] = []
    var isBands = false
    switch value {
    case .values(_, let table): factors = table.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    case .bands(_, let bands): (isBands, steps) = (true, bands)
    }
    text(&column)
    flag(&isBands)
    if isBands {
      list(&steps, .init(to: nil, times: .zero)) { $0.step(&$1) }
      value = .bands(column: column, steps)
    } else {
      list(&factors, ("", .zero)) { code, pair in
        code.text(&pair.0)
        code.ratio(&pair.1)
      }
      value = .values(column: column, factors.reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
  }

  private mutating func measure(_ value: inout Measure) {
    text(&value.name)
    maybe(&value.quota, .zero) { $0.ratio(&$1) }
    var (tag, column): (Int, String) =
      switch value.unit {
      case .money: (0, "")
      case .deals: (1, "")
      case .column(let name): (2, name)
      }
    integer(&tag)
    text(&column)
    value.unit = tag == 0 ? .money : tag == 1 ? .deals : .column(column)
    text(&value.credit)
    list(&value.filters, .init("", [])) { $0.filter(&$1) }
    list(&value.multipliers, .bands(column: "", [])) { $0.multiplier(&$1) }
    maybe(&value.phasing, []) { code, shares in code.list(&shares, .zero) { $0.ratio(&$1) } }
    maybe(&value.ramp, Ramp(quota: [])) { code, ramp in
      code.list(&ramp.quota, .zero) { $0.ratio(&$1) }
      code.list(&ramp.target, .zero) { $0.ratio(&$1) }
      code.maybe(&ramp.hiredBy, 0) { $0.integer(&$1) }
    }
    maybe(&value.windfall, Windfall(over: .zero, credit: .zero)) { code, windfall in
      code.ratio(&windfall.over)
      code.ratio(&windfall.credit)
    }
    var team =
      switch value.team {
      case nil: 0
      case .reports?: 1
      case .reportsAndOwn?: 2
      }
    integer(&team)
    value.team = team == 1 ? .reports : team == 2 ? .reportsAndOwn : nil
    flag(&value.isScored)
    place(&value.place)
  }

  // MARK: Components

  private mutating func accumulation(_ value: inout Accumulation) {
    var tag =
      switch value {
      case .withinPeriod: 0
      case .yearToDate: 1
      case .either: 2
      }
    integer(&tag)
    value = tag == 0 ? .withinPeriod : tag == 1 ? .yearToDate : .either
  }

  private mutating func scale(_ value: inout PayScale) {
    var isLine = false
    var bands: [Band] = []
    var corners: [Corner] = []
    var tag = 0
    var anchor: Level?
    switch value {
    case .bands(let own, let tiers):
      bands = own
      switch tiers {
      case .marginal: break
      case .retroactive(let to): (tag, anchor) = (1, to)
      case .byDeal: tag = 2
      }
    case .interpolated(let own): (isLine, corners) = (true, own)
    }
    flag(&isLine)
    if isLine {
      list(&corners, Corner(at: .amount(.zero), pay: .amount(.zero))) { code, corner in
        code.level(&corner.at)
        code.level(&corner.pay)
        code.place(&corner.place)
      }
      value = .interpolated(corners)
      return
    }
    integer(&tag)
    maybe(&anchor, .amount(.zero)) { $0.level(&$1) }
    list(&bands, Band(pay: .share(.zero))) { code, band in
      code.maybe(&band.to, .amount(.zero)) { $0.level(&$1) }
      code.flag(&band.includesEnd)
      code.rate(&band.pay)
      code.maybe(&band.backTo, .amount(.zero)) { $0.level(&$1) }
      code.place(&band.place)
    }
    value = .bands(bands, tag == 0 ? .marginal : tag == 1 ? .retroactive(to: anchor) : .byDeal)
  }

  private mutating func gate(_ value: inout Gate) {
    text(&value.measure)
    level(&value.at)
    var (tag, share): (Int, Ratio) =
      switch value.otherwise {
      case .share(let share): (0, share)
      case .firstRate: (1, .zero)
      case .atMost(let share): (2, share)
      }
    integer(&tag)
    ratio(&share)
    value.otherwise = tag == 0 ? .share(share) : tag == 1 ? .firstRate : .atMost(share)
    flag(&value.overYearToDate)
    place(&value.place)
  }

  private mutating func multiplier(_ value: inout PayMultiplier) {
    var name = ""
    var isScore = false
    var steps: [CreditMultiplier.Step] = []
    switch value {
    case .measure(let own, let table): (name, steps) = (own, table)
    case .score(let own): (name, isScore) = (own, true)
    }
    text(&name)
    flag(&isScore)
    list(&steps, .init(to: nil, times: .zero)) { $0.step(&$1) }
    value = isScore ? .score(name) : .measure(name, steps)
  }

  private mutating func commission(_ value: inout Commission) {
    text(&value.measure)
    choice(&value.period)
    accumulation(&value.accumulate)
    maybe(&value.target, .amount(.zero)) { $0.level(&$1) }
    scale(&value.scale)
    maybe(&value.threshold, Threshold(at: .amount(.zero))) { code, threshold in
      code.level(&threshold.at)
      code.flag(&threshold.paysAbove)
    }
    maybe(&value.cap, .pay(.amount(.zero))) { code, cap in
      var (isPay, level): (Bool, Level) =
        switch cap {
        case .pay(let level): (true, level)
        case .attainment(let level): (false, level)
        }
      code.flag(&isPay)
      code.level(&level)
      cap = isPay ? .pay(level) : .attainment(level)
    }
    list(&value.gates, Gate(measure: "", at: .amount(.zero))) { $0.gate(&$1) }
    list(&value.multipliers, .score("")) { $0.multiplier(&$1) }
    flag(&value.isOverride)
    maybe(&value.part, Commission.Part("")) { code, part in
      code.text(&part.measure)
      code.maybe(&part.rest, .share(.zero)) { $0.rate(&$1) }
    }
    maybe(&value.withoutQuota, .nothing) { code, pay in
      var isFirstRate = pay == .firstRate
      code.flag(&isFirstRate)
      pay = isFirstRate ? .firstRate : .nothing
    }
  }

  private mutating func bonus(_ value: inout Bonus) {
    text(&value.measure)
    choice(&value.period)
    list(&value.steps, Bonus.Step(at: .amount(.zero), pay: .amount(.zero))) { code, step in
      code.level(&step.at)
      code.flag(&step.isAbove)
      code.level(&step.pay)
      code.place(&step.place)
    }
    flag(&value.isCumulative)
    accumulation(&value.accumulate)
  }

  private mutating func objectives(_ value: inout Objectives) {
    choice(&value.period)
    maybe(&value.target, .amount(.zero)) { $0.level(&$1) }
    list(&value.goals, .init("", weight: .zero)) { code, goal in
      code.text(&goal.name)
      code.ratio(&goal.weight)
    }
  }

  private mutating func spiff(_ value: inout Spiff) {
    rate(&value.pay)
    list(&value.filters, .init("", [])) { $0.filter(&$1) }
    maybe(&value.from, CalendarDate(dayNumber: 0)) { $0.date(&$1) }
    maybe(&value.to, CalendarDate(dayNumber: 0)) { $0.date(&$1) }
    maybe(&value.budget, .zero) { $0.ratio(&$1) }
    maybe(&value.first, Spiff.First(0, per: .year)) { code, first in
      code.integer(&first.count)
      code.choice(&first.period)
    }
  }

  private mutating func component(_ value: inout Component) {
    text(&value.name)
    place(&value.place)
    var tag =
      switch value.rule {
      case .commission: 0
      case .bonus: 1
      case .objectives: 2
      case .spiff: 3
      }
    integer(&tag)
    switch tag {
    case 0:
      var own = Commission(measure: "", period: .year, scale: .interpolated([]))
      if case .commission(let rule) = value.rule { own = rule }
      commission(&own)
      value.rule = .commission(own)
    case 1:
      var own = Bonus(measure: "", period: .year, steps: [])
      if case .bonus(let rule) = value.rule { own = rule }
      bonus(&own)
      value.rule = .bonus(own)
    case 2:
      var own = Objectives(period: .year, goals: [])
      if case .objectives(let rule) = value.rule { own = rule }
      objectives(&own)
      value.rule = .objectives(own)
    case 3:
      var own = Spiff(pay: .share(.zero))
      if case .spiff(let rule) = value.rule { own = rule }
      spiff(&own)
      value.rule = .spiff(own)
    default: isBroken = true
    }
  }

  // MARK: Plan

  mutating func plan(_ value: inout Plan, isVersion: Bool = false) {
    text(&value.name)
    var name = value.place?.file ?? ""
    text(&name)
    file = name
    var currency = value.currency.code
    text(&currency)
    if let read = Currency(code: currency) { value.currency = read } else { isBroken = true }
    maybe(&value.base, .zero) { $0.ratio(&$1) }
    maybe(&value.variable, .zero) { $0.ratio(&$1) }
    maybe(&value.yearStarts, CalendarDate(dayNumber: 0)) { $0.date(&$1) }
    choice(&value.rounding)
    var isByMonth = value.changes == .byMonth
    flag(&isByMonth)
    value.changes = isByMonth ? .byMonth : .byDay
    var keepsAttainment = value.transfers == .keepAttainment
    flag(&keepsAttainment)
    value.transfers = keepsAttainment ? .keepAttainment : .startAnew
    list(&value.measures, Measure("")) { $0.measure(&$1) }
    list(&value.components, Component("", .spiff(Spiff(pay: .share(.zero))))) { $0.component(&$1) }
    maybe(&value.draw, Draw(.added, amount: .zero, per: .year)) { code, draw in
      code.choice(&draw.kind)
      code.ratio(&draw.amount)
      code.choice(&draw.per)
      code.maybe(&draw.months, 0) { $0.integer(&$1) }
      code.ratio(&draw.recover)
      code.flag(&draw.isForgiven)
      code.place(&draw.place)
    }
    maybe(&value.guarantee, Guarantee(.share(.zero), months: 0, per: .year)) { code, guarantee in
      var isShare = true
      var amounts: [Ratio] = []
      switch guarantee.amount {
      case .share(let share): amounts = [share]
      case .amounts(let list): (isShare, amounts) = (false, list)
      }
      code.flag(&isShare)
      code.list(&amounts, .zero) { $0.ratio(&$1) }
      guarantee.amount = isShare ? .share(amounts.first ?? .zero) : .amounts(amounts)
      code.integer(&guarantee.months)
      code.choice(&guarantee.per)
      code.place(&guarantee.place)
    }
    maybe(&value.clawback, Clawback(within: .days(0))) { code, clawback in
      code.span(&clawback.within)
      code.text(&clawback.column)
      var isProrated = false
      var share = Ratio.zero
      if case .share(let own) = clawback.take { share = own } else { isProrated = true }
      code.flag(&isProrated)
      code.ratio(&share)
      clawback.take = isProrated ? .prorated : .share(share)
      code.choice(&clawback.attainment)
      code.integer(&clawback.instalments)
      code.place(&clawback.place)
    }
    list(&value.paid, .onClose) { code, share in
      code.text(&share.column)
      code.span(&share.delay)
      code.ratio(&share.share)
    }
    maybe(&value.cap, .amount(.zero)) { $0.level(&$1) }
    place(&value.place)
    if isVersion { return }
    let blank = PlanVersion(
      from: CalendarDate(dayNumber: 0),
      plan: Self.blank)
    list(&value.versions, blank) { code, version in
      code.date(&version.from)
      code.plan(&version.plan, isVersion: true)
    }
  }
}
