internal import Amounts
internal import Employment
internal import Phrases
internal import Regulations
internal import Simulation

/// A number of an offer as a control.
struct OfferControl {
  /// The index of the offer.
  let offer: Int
  let lever: OfferLever
  let form: OfferLever.Form
  /// The number as the offer has it.
  let written: Ratio
  /// The number that is set.
  var number: Ratio

  /// The name in a state, such as "offer-0-base".
  var name: String { "offer-\(offer)-\(lever.rawValue)" }

  var isSet: Bool { number != written }

  /// Writes a number of this form.
  func text(_ number: Ratio) -> Inline {
    form == .amount ? .plain(number) : .rate(number)
  }

  /// The end of the slider: twice what is written, or what may be asked for where nothing is.
  var end: Ratio {
    let twice = (try? written * 2) ?? written
    switch lever {
    case .discount: return .one
    case .raise, .growth: return max(Ratio.fraction(1, 5), twice)
    default: return .zero < written ? twice : form == .share ? .one : 20_000
    }
  }
}

/// What the controls of a page of offers say.
struct OfferState {
  /// The years of service, 1 to 5.
  var years: Int = Self.usualYears
  /// Under which status taxes are paid; nil before tax.
  var status: FilingStatus?
  /// The attainment of every year that all offers have.
  var attainment: Ratio = .one
  /// The attainment of each offer, where it has another; nil for that of all.
  var own: [Ratio?]
  /// The numbers of the offers.
  var controls: [OfferControl] = []
  /// Whether there is room for a telephone's drawing alone.
  var isNarrow: Bool = false
  /// The keys whose text could not be read.
  var unreadable: [String] = []

  static let usualYears: Int = 3
  /// More is a slip.
  static let greatestAttainment: Ratio = 10

  init(_ text: String, _ set: OfferSet, _ decimal: DecimalConvention) {
    let lines = StateLines(text)
    own = Array(repeating: nil, count: set.members.count)
    if let years = lines["years"].flatMap({ Int($0) }), (1...5).contains(years) {
      self.years = years
    }
    if !set.taxes.years.isEmpty {
      status = lines["tax"].flatMap { FilingStatus(rawValue: $0) }
    }
    isNarrow = lines["narrow"] != nil
    var unreadable: [String] = []
    func share(_ key: String) -> Ratio? {
      guard let read = lines.number(key, decimal, isShare: true) else { return nil }
      if let read, read <= Self.greatestAttainment { return read }
      unreadable.append(key)
      return nil
    }
    attainment = share("attainment") ?? .one
    for index in set.members.indices { own[index] = share("attainment-\(index)") }
    for index in set.members.indices {
      let terms = set.members[index].terms
      // With an attainment that is set, a higher quota would be higher sales.
      for lever in OfferLever.allCases where lever != .quota {
        guard let written = terms.value(of: lever) else { continue }
        var control = OfferControl(
          offer: index, lever: lever, form: terms.form(of: lever), written: written,
          number: written)
        if let read = lines.number(control.name, decimal, isShare: control.form == .share) {
          if let read, lever != .discount || read <= .one {
            control.number = read
          } else {
            unreadable.append(control.name)
          }
        }
        controls.append(control)
      }
    }
    self.unreadable = unreadable
  }

  func attainment(of offer: Int) -> Ratio { own[offer] ?? attainment }

  /// The lines of an offer's numbers that are set otherwise than they are written.
  func lines(of offer: Int) -> [String] {
    controls.filter { $0.offer == offer && $0.isSet }.map { "\($0.name)=\($0.number.decimal)" }
  }

  /// The offer with them.
  func terms(of offer: Int, in set: OfferSet) -> OfferTerms {
    var terms = set.members[offer].terms
    for control in controls where control.offer == offer && control.isSet {
      terms = terms.turning(control.lever, to: control.number)
    }
    return terms
  }

  /// The state in exact decimals, for the address of the page.
  var canonical: [String] {
    var lines: [String] = []
    if years != Self.usualYears { lines.append("years=\(years)") }
    if let status { lines.append("tax=\(status.rawValue)") }
    if attainment != .one { lines.append("attainment=\(attainment.decimal)") }
    for index in own.indices {
      if let share = own[index] { lines.append("attainment-\(index)=\(share.decimal)") }
    }
    for index in own.indices { lines += self.lines(of: index) }
    return lines
  }
}
