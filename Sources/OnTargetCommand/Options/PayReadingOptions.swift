public import Amounts
import Answers
public import ArgumentParser
import Findings
import MarketAnswers
import Reports
import SalaryData
import Tables
import YAMLReading

/// How people's pay is read from a file that is open, the same for comparisons and for reports.
struct PayReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Say which column holds what, such as base_pay=Gehalt; may be repeated.",
      valueName: "role=column"))
  var map: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table with the columns role and column that says the same.", valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "Which pay counts: base or total (default: base if there is one).", valueName: "kind"))
  var pay: PayChoice?

  @Option(
    help: ArgumentHelp(
      "The decimal separator of amounts: point or comma (default: by the amounts).",
      valueName: "separator"))
  var decimal: DecimalConvention?

  @Option(
    help: ArgumentHelp(
      "What pay is for where the data do not say: hour, week, month, year … (default: by the amounts).",
      valueName: "period"))
  var payPeriod: PayPeriod?

  @Option(help: ArgumentHelp("The currency of amounts that name none.", valueName: "code"))
  var assumeCurrency: String?

  @Option(
    help: ArgumentHelp(
      "The currency to convert to (default: the most frequent one).", valueName: "code"))
  var currency: String?

  @Option(
    help: ArgumentHelp(
      "What currencies are worth: a table with the columns from, to and rate.", valueName: "file"))
  var rates: String?

  @Option(
    help: ArgumentHelp(
      "Keep the rows that a rule would set aside, such as duplicate-row, or all; may be repeated.",
      valueName: "rule"))
  var keep: [String] = []

  enum PayChoice: String, ExpressibleByArgument, CaseIterable {
    case base
    case total
    case commission
    case bonus

    var role: ColumnRole {
      switch self {
      case .base: .basePay
      case .total: .totalPay
      case .commission: .commission
      case .bonus: .bonus
      }
    }
  }

  /// Sets what the options say.
  ///
  /// - Parameters:
  ///   - options: What a reader is told.
  ///   - kind: The kind of table that a mapping without one is about; nil for whatever a file is.
  /// - Throws: `ValidationError` or `InputFailure` for an option that makes no sense.
  func apply(to options: inout SalaryReadingOptions, of kind: TableKind? = .people) throws {
    options.pay = pay?.role
    // A check reads whatever a file is, with a plan too.
    let read = kind == .people ? TableKind.read(beside: kind) : TableKind.all
    try options.mapping.add(typed: map, to: kind, reading: read, among: TableKind.all)
    if let mapping { try options.mapping.add(path: mapping, to: kind, among: TableKind.all) }
    options.decimal = decimal
    options.payPeriod = payPeriod
    options.assumedCurrency = try assumeCurrency.map { try Self.currency($0, "--assume-currency") }
    options.currency = try currency.map { try Self.currency($0, "--currency") }
    options.rates = try rates.map { try ExchangeRates(path: $0) }
    if let name = options.rules.keepRows(of: keep) {
      let names = CleaningRule.allCases.map(\.rawValue)
      throw ValidationError(
        "--keep: there is no rule \"\(name)\"; \(NearMiss.remedy(for: name, among: names) ?? "")")
    }
  }

  private static func currency(_ code: String, _ option: String) throws -> Currency {
    guard let currency = Currency(code: code) else {
      throw ValidationError("\(option): \"\(code)\" is not a currency code, such as USD")
    }
    return currency
  }

  /// The settings of a question for how salary files are read, by their keys in a recipe.
  ///
  /// - Parameter salaries: Where the question has them.
  /// - Returns: The settings.
  static func settings<Asked>(
    _ salaries: WritableKeyPath<Asked, SalaryReadingOptions>
  ) -> [Setting<Asked>] {
    [
      Setting(
        "map", .map, .mapping(of: .people),
        "which column of these data holds what, each as `ROLE=COLUMN`, such as `base_pay=Gehalt`"
      ) { $0[keyPath: salaries].mapping = $1 },
      Setting(
        "mapping", .mapping, .mappingFile(of: .people),
        "a file that says so: a table with the columns `kind`, `role` and `column`"
      ) { $0[keyPath: salaries].mapping.follow($1) },
      Setting(
        "pay", .pay, .choice, default: "`base` if there is one", "which pay of these data counts"
      ) { (question: inout Asked, pay: PayChoice) in question[keyPath: salaries].pay = pay.role },
      Setting(
        "decimal", .decimal, .choice, default: "by the amounts",
        "the decimal separator of their amounts"
      ) { $0[keyPath: salaries].decimal = $1 },
      Setting(
        "pay period", .payPeriod, .choice, default: "by the amounts",
        "what their pay is for where they do not say"
      ) { $0[keyPath: salaries].payPeriod = $1 },
      Setting(
        "assume currency", .assumeCurrency, .currency, "the currency of amounts that name none"
      ) { $0[keyPath: salaries].assumedCurrency = $1 },
      Setting(
        "currency", .currency, .currency, default: "the most frequent one",
        "the currency that their pay is converted to"
      ) { $0[keyPath: salaries].currency = $1 },
      Setting(
        "rates", .rates, .exchangeRates,
        "what currencies are worth: a table with the columns `from`, `to` and `rate`"
      ) { $0[keyPath: salaries].rates = $1 },
      Setting(
        "keep", .keep, .keptRules,
        "rows that a rule would set aside, such as `duplicate-row`, or `all`"
      ) { $0[keyPath: salaries].rules = $1 },
    ]
  }

  /// What the options say.
  var typed: [(Parameter, [String])] {
    [
      (.map, map), (.mapping, text(mapping)), (.pay, text(pay?.rawValue)),
      (.decimal, text(decimal?.rawValue)), (.payPeriod, text(payPeriod?.rawValue)),
      (.assumeCurrency, text(assumeCurrency)), (.currency, text(currency)), (.rates, text(rates)),
      (.keep, keep),
    ]
  }
}

extension Written where Value == Currency {
  /// The code of a currency.
  static var currency: Written {
    Written(form: .one, kind: .text) { (texts, parameter) throws(InputFailure) in
      try Currency(option: texts.last ?? "", parameter)
    }
  }
}

extension Written where Value == ExchangeRates {
  /// A file with what currencies are worth.
  static var exchangeRates: Written {
    Written(form: .one, kind: Written<String>.file.kind, namesFiles: true) {
      (texts, _) throws(InputFailure) in try ExchangeRates(path: texts.last ?? "")
    }
  }
}

extension Set<CleaningRule> {
  /// Takes out the rules whose rows are kept; "all" takes out every one.
  ///
  /// - Returns: The first name that is of no rule; nil where there is none.
  fileprivate mutating func keepRows(of names: [String]) -> String? {
    for name in names {
      if name == "all" {
        self = []
      } else if let rule = CleaningRule(rawValue: name) {
        remove(rule)
      } else {
        return name
      }
    }
    return nil
  }
}

extension Written where Value == Set<CleaningRule> {
  /// The rules that are left where the rows of some are kept.
  static var keptRules: Written {
    let words = CleaningRule.allCases.map(\.rawValue) + ["all"]
    return Written(form: .several, kind: .oneOrList(.words(words))) {
      (texts, parameter) throws(InputFailure) in
      var rules = Set(CleaningRule.allCases)
      if let text = rules.keepRows(of: texts) {
        throw InputFailure(
          parameter, "setting.value", "there is no \"\(text)\" here",
          remedy: NearMiss.remedy(for: text, among: words))
      }
      return rules
    }
  }
}

extension DecimalConvention: ExpressibleByArgument {}
extension PayPeriod: ExpressibleByArgument {}
