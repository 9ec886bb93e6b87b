internal import Amounts
internal import Findings
internal import PayPlans
internal import Phrases
internal import Simulation

/// A number of a plan as a control: its name in the address of a page, and how people write it.
struct TermControl {
  let lever: PlanLever
  /// The name in a state, such as "term-pay-0-1".
  let name: String
  /// How the number is written.
  let form: PlanLever.Form
  /// The number in the plan as written; 1 for what others are multiplied by.
  let written: Ratio

  /// With what the name of a control begins.
  static let mark: String = "term-"

  /// The controls of a plan, without that of the quota.
  static func all(of plan: Plan) -> [TermControl] {
    plan.controls.compactMap { lever in
      plan.value(of: lever).map { number in
        let form = plan.form(of: lever)
        return TermControl(
          lever: lever, name: mark + lever.name, form: form,
          written: form == .factor ? .one : number)
      }
    }
  }

  /// Reads what a person wrote: "12 %" or "12" for a share, "1.5x" for a multiple, else an amount.
  func typed(_ text: Substring, _ decimal: DecimalConvention) -> Ratio? {
    switch form {
    case .share, .factor: PageState.typed(text, decimal, isShare: true)
    case .amount: PageState.typed(text, decimal, isShare: false)
    case .multiple:
      PageState.typed(text.filter { $0 != "x" && $0 != "×" }[...], decimal, isShare: false)
    }
  }

  /// Writes a number of this form.
  func text(_ number: Ratio) -> Inline {
    switch form {
    case .amount: .plain(number)
    case .share, .factor: .rate(number)
    case .multiple: "\(.plain(number, upTo: 3))x"
    }
  }

  /// The end of the slider: twice what is written, so that it does not run away from under a hand.
  var end: Ratio {
    if .zero < written, let twice = try? written * 2 { return twice }
    return form == .amount ? 1000 : .one
  }

  /// The distance between two numbers that are told apart when one is solved for: a unit of an amount, a
  /// hundredth of a per cent, a thousandth of a multiple.
  var grain: Ratio {
    switch form {
    case .amount: .one
    case .share, .factor: .fraction(1, 10_000)
    case .multiple: .fraction(1, 1000)
    }
  }
}

extension PlanLever {
  /// A name of letters, figures and hyphens; components and rows are counted from 0.
  fileprivate var name: String {
    switch self {
    case .base: "base"
    case .variable: "variable"
    case .quota: "quota"
    case .rates(let component): "rates-\(component)"
    case .accelerators(let component): "accelerators-\(component)"
    case .pay(let component, let row): "pay-\(component)-\(row)"
    case .level(let component, let row): "level-\(component)-\(row)"
    case .threshold(let component): "threshold-\(component)"
    case .cap(let component): "cap-\(component)"
    case .yearlyCap: "year-cap"
    case .draw: "draw"
    }
  }
}

extension Ratio {
  /// A number that is known to be one.
  static func fraction(_ numerator: Int128, _ denominator: Int128) -> Ratio {
    (try? Ratio(numerator, over: denominator)) ?? .zero
  }
}

/// A plan with what a state of the controls changes in it. A class, because plans are large to copy.
final class TurnedPlan {
  /// The plan as it is written.
  let written: Plan
  /// The controls of the plan.
  let controls: [TermControl]
  /// What is set otherwise than it is written, in the order of the controls.
  private(set) var settings: [Setting] = []
  /// The plan with all of it; as it is written where that is no plan.
  private(set) var plan: Plan
  /// The names of the controls whose text could not be read.
  private(set) var unreadable: [String] = []
  /// Why what is set is no plan.
  private(set) var fault: Inline?

  /// A number that is set otherwise than it is written.
  struct Setting {
    let control: TermControl
    let number: Ratio
  }

  /// Changes a plan.
  ///
  /// What moves several rates together comes before the single ones in the order of the controls, so a
  /// single rate that is set is what it is set to.
  init(
    _ written: Plan, _ state: PageState, _ decimal: DecimalConvention
  ) throws(ArithmeticFailure) {
    controls = TermControl.all(of: written)
    self.written = written
    plan = written
    guard !state.terms.isEmpty else { return }
    for control in controls {
      guard let term = state.terms.last(where: { $0.name == control.name }) else { continue }
      let number =
        term.isTyped ? control.typed(term.text, decimal) : Ratio(decimal: term.text)
      guard let number, PageState.isUsual(number) else {
        unreadable.append(control.name)
        continue
      }
      if number == control.written { continue }
      settings.append(Setting(control: control, number: number))
    }
    let turned = try Self.plan(written, settings)
    if !turned.isOrdered {
      fault = "The levels of a component must rise from row to row."
    } else if let first = turned.faults().first {
      fault = first.message
    } else {
      plan = turned
    }
  }

  private static func plan(
    _ written: Plan, _ settings: [Setting]
  ) throws(ArithmeticFailure) -> Plan {
    var plan = written
    for setting in settings {
      plan = try plan.turning(setting.control.lever, to: setting.number)
    }
    return plan
  }

  /// Returns the plan with another number behind one control, all else as it is set; it may be no plan.
  func plan(
    with control: TermControl, at number: Ratio
  ) throws(ArithmeticFailure) -> Plan {
    var all: [Setting] = []
    for other in controls {
      if other.name == control.name {
        all.append(Setting(control: control, number: number))
      } else if let set = settings.first(where: { $0.control.name == other.name }) {
        all.append(set)
      }
    }
    return try Self.plan(written, all)
  }

  /// What is set, as lines of a state.
  var lines: [String] { settings.map { "\($0.control.name)=\($0.number.decimal)" } }

  /// The number that a control shows.
  func number(of control: TermControl) -> Ratio {
    if let set = settings.first(where: { $0.control.name == control.name }) { return set.number }
    return control.form == .factor ? .one : plan.value(of: control.lever) ?? control.written
  }
}
