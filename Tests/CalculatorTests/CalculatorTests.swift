import Amounts
import Calculator
import Foundation
import PayPlans
import Phrases
import PlanFiles
import TestSupport
import Testing

@Suite("What a page shows")
struct CalculatorTests {
  static func view(
    _ state: String, of names: [String] = ["account-executive-2021"],
    in language: Language = .english
  ) throws -> [String: Any] {
    let plans = try names.map { try Plan.read(path: "\(Checkout.datasets)/plans/\($0).yaml").plan }
    var calculator = Calculator(plans, language)
    let object = try JSONSerialization.jsonObject(with: Data(calculator.view(of: state).utf8))
    return try #require(object as? [String: Any])
  }

  // The figures are those of the grid at the head of the README.
  @Test(
    "Quota, sales and attainment say one thing in several ways",
    arguments: [
      ("", "$120,008.00"), ("quota=800000\nsales=480000", "$92,006.40"),
      ("typed-quota=600k\ntyped-sales=$1,040,000", "$189,971.20"),
      ("sales=880000", "$143,752.00"), ("quota=800000\nattainment=1.1", "$128,633.60"),
      ("quota=800000\ntyped-attainment=110 %", "$128,633.60"),
    ])
  func total(state: String, total: String) throws {
    #expect(try Self.view(state)["total"] as? String == total)
  }

  @Test("Numbers are read and written as people of the language do")
  func german() throws {
    let view = try Self.view("typed-sales=0,88 Mio", in: .german)
    #expect(view["total"] as? String == "143.752,00 $")
    #expect(view["state"] as? [String] == ["sales=880000"])
  }

  @Test(
    "What cannot be read is named, and changes nothing", arguments: ["much", "-5", "1e99", "5-6"])
  func unreadable(text: String) throws {
    let view = try Self.view("typed-sales=\(text)")
    #expect(view["unreadable"] as? [String] == ["sales"])
    #expect(view["total"] as? String == "$120,008.00")
  }

  // By hand: 115,008 at 100 % and the bonus of 5,000; from there 12.5 % up to 150 % of 690,048.
  @Test("The next step is the level at which the rate changes or something is paid")
  func steps() throws {
    let below = try #require(try Self.view("sales=680048")["facts"] as? [String])
    #expect(below.contains("$10,000 more pays $5,000 at once."))
    let above = try #require(try Self.view("sales=800000")["facts"] as? [String])
    #expect(above.contains("$235,072 more lifts the rate from 12.5% to 16.67%."))
  }

  @Test("A pay is solved for by the least sales that reach it")
  func goal() throws {
    let view = try Self.view("goal=143752")
    let sentences = try #require(view["solved"] as? [String])
    #expect(sentences.first == "$143,752 takes sales of 880,000, which is 127.5% of the quota.")
    let low = try Self.view("sales=879999")
    #expect(low["total"] as? String != "$143,752.00")
  }

  @Test("Every sample plan shows something for any state", arguments: PlanCodeTests.samples)
  func samples(_ name: String) throws {
    for state in ["", "sales=0", "sales=999999999999", "quota=0.01", "attainment=2.5", "plan=9"] {
      let view = try Self.view("\(state)\ngoal=100000", of: [name, "cliff"])
      #expect(view["total"] is String || view["failure"] is String, "\(name) \(state)")
    }
  }
}
