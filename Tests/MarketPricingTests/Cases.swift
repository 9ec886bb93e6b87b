import Amounts
import Foundation
import MarketPricing
import Testing

/// A value of the cases file.
///
/// `Cases/market-cases.json` has worked examples that compensation vendors, agencies and teachers
/// published, each with its source, and three invented cases that were computed in exact fractions by
/// another program. Where a source has a slip, `computed` is what its own formula gives.
struct Case: Sendable {
  private let value: any Sendable

  static let all: Case = {
    let url = Bundle.module.url(forResource: "Cases/market-cases", withExtension: "json")
    let object = url.flatMap { try? Data(contentsOf: $0) }.flatMap {
      try? JSONSerialization.jsonObject(with: $0)
    }
    return Case(sendable(object as Any))
  }()

  static subscript(id: String) -> Case {
    (all["published"].array + all["invented"].array).first { $0["id"].text == id }
      ?? Case(NSNull())
  }

  private init(_ value: any Sendable) { self.value = value }

  private static func sendable(_ value: Any) -> any Sendable {
    switch value {
    case let object as [String: Any]: object.mapValues { sendable($0) }
    case let array as [Any]: array.map { sendable($0) }
    case let text as String: text
    case let number as NSNumber: number
    default: NSNull()
    }
  }

  subscript(key: String) -> Case {
    Case((value as? [String: any Sendable])?[key] ?? NSNull())
  }

  subscript(index: Int) -> Case { array[index] }

  var array: [Case] { (value as? [any Sendable] ?? []).map { Case($0) } }
  var text: String? { (value as? String) ?? (value as? NSNumber).map { "\($0)" } }
  var bool: Bool { (value as? NSNumber)?.boolValue ?? false }
  var double: Double { text.flatMap { Double($0) } ?? .nan }
  var int: Int? { (value as? NSNumber)?.intValue }

  /// The number as it is written, or a fraction such as "27/25".
  var ratio: Ratio {
    let parts = (text ?? "").split(separator: "/")
    let numbers = parts.compactMap { Ratio(decimal: $0) }
    guard let top = numbers.first, numbers.count == parts.count else { return .zero }
    return numbers.count == 2 ? (try? top / numbers[1]) ?? .zero : top
  }

  var date: CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }
}

/// Whether a value is a published one, in the decimals that it was published with.
func matches(_ value: Ratio?, _ expected: Case, places: Int = 6) -> Bool {
  guard let value, !expected.double.isNaN else { return false }
  return abs(value.doubleValue - expected.double) <= 0.5000001 * pow(10, -Double(places))
}
