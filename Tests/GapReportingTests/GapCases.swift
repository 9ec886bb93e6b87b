import Amounts
import Foundation
import GapReporting
import Testing

/// Invented people, and figures that another program computed in exact fractions.
struct GapCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let employees: [Employee]
  let fullTime: Ratio
  /// What is expected under each set of rules.
  private let data: Data

  static let all: [GapCase] = (list("cases") as? [[String: Any]] ?? []).compactMap(GapCase.init)

  /// Percentages, and how they are written.
  static var roundings: [Expected] { list("rounding_vectors").map(Expected.init) }

  private static func list(_ key: String) -> [Any] {
    guard let url = Bundle.module.url(forResource: "gap-cases", withExtension: "json"),
      let data = try? Data(contentsOf: url),
      let file = try? JSONSerialization.jsonObject(with: data)
    else { return [] }
    return (file as? [String: Any])?[key] as? [Any] ?? []
  }

  private init?(_ json: [String: Any]) {
    guard let id = json["id"] as? String, let title = json["title"] as? String,
      let hours = (json["full_time_weekly_hours"] as? String).flatMap({ Ratio(decimal: $0) }),
      let people = json["employees"] as? [[String: Any]],
      let data = try? JSONSerialization.data(withJSONObject: json["expected"] ?? [:])
    else { return nil }
    testDescription = "\(id): \(title)"
    fullTime = hours
    employees = people.compactMap(Employee.init(json:))
    self.data = data
    guard employees.count == people.count else { return nil }
  }

  func expected(_ rules: String) throws -> Expected {
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return Expected(try #require(file?[rules]))
  }

  static func rules(_ jurisdiction: GapRules.Jurisdiction) throws -> GapRules {
    let from = try #require(CalendarDate(iso: "2017-04-06"))
    let settings: [(GapRules.Setting, String)] = [
      (.snapshot, jurisdiction == .uk ? "04-05" : "12-31"), (.daysOfMonth, "30.44"),
      (.daysOfYear, "365.25"), (.recentWeeks, "12"), (.oneLeft, "lower"),
      (.twoLeft, "lower; upper middle"), (.threeLeft, "lower; lower middle; upper middle"),
      (.smallestGroup, jurisdiction == .de ? "6" : "0"), (.assessedGap, "5"),
    ]
    return try #require(
      GapRules(
        jurisdiction, settings.map { GapRules.Rule($0, $1, from: from, .inForce, source: "") },
        on: from))
  }
}

/// A value of the expectations.
struct Expected {
  let json: Any

  init(_ json: Any) { self.json = json }

  subscript(key: String) -> Expected { Expected((json as? [String: Any])?[key] ?? NSNull()) }

  var keys: [String] { ((json as? [String: Any])?.keys).map { $0.sorted() } ?? [] }
  var list: [Expected] { (json as? [Any] ?? []).map(Expected.init) }
  var text: String? { json as? String }
  var count: Int? { json as? Int }
  var flag: Bool? { json as? Bool }

  /// A fraction such as "900/73".
  var number: Ratio? {
    guard let parts = text?.split(separator: "/"), parts.count == 2,
      let top = Int128(parts[0]), let bottom = Int128(parts[1])
    else { return nil }
    return try? Ratio(top, over: bottom)
  }

  /// A fraction of a hundred.
  var part: Ratio? { number.flatMap { try? $0 / 100 } }
}

extension Employee {
  fileprivate init?(json: [String: Any]) {
    func number(_ key: String) -> Ratio? {
      (json[key] as? String).flatMap { Ratio(decimal: $0) }
    }
    guard let id = json["id"] as? String, let basic = number("basic"),
      let span = (json["pay_period"] as? String).flatMap({ PaySpan(rawValue: $0) })
    else { return nil }
    let sex: Sex? =
      switch json["sex"] as? String {
      case "M": .man
      case "F": .woman
      default: nil
      }
    self.init(id, sex, basic: basic, paidFor: span, weeklyHours: number("weekly_hours"))
    category = json["category"] as? String
    contractBasic = number("contract_basic")
    allowances = number("allowances") ?? .zero
    overtime = number("overtime") ?? .zero
    recentWeeks = (json["hours_recent_weeks"] as? [Int] ?? []).map { Ratio($0) }
    leave =
      switch json["leave"] as? String {
      case "reduced_pay": .reducedPay
      case "full_pay": .fullPay
      default: .none
      }
    for bonus in json["bonuses"] as? [[String: String]] ?? [] {
      guard let amount = bonus["amount"].flatMap({ Ratio(decimal: $0) }),
        let paidOn = bonus["paid_on"].flatMap({ CalendarDate(iso: $0) }),
        let covers = bonus["covers"].flatMap({ PaySpan(rawValue: $0) })
      else { return nil }
      bonuses.append(Bonus(amount, paidOn: paidOn, covers: covers))
    }
  }
}
