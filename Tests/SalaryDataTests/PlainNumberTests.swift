import Amounts
import Testing

@testable import SalaryData

@Suite("The quick way to read a number")
struct PlainNumberTests {
  @Test(
    "gives what the thorough way gives wherever it gives anything",
    arguments: DecimalConvention.allCases)
  func agreement(_ convention: DecimalConvention) throws {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("00112345678999.,.,-$ 'k".utf8)
    var read = 0
    for _ in 0..<20_000 {
      let bytes = (0..<(1 + next(11))).map { _ in alphabet[next(alphabet.count)] }
      var quick = DecimalEvidence()
      guard
        case .number(let number, let hasDollar) = PlainNumber.read(bytes.span, convention, &quick)
      else { continue }
      read += 1
      var thorough = DecimalEvidence()
      let text = String(decoding: bytes, as: UTF8.self)
      let amount = try WrittenAmount(text, decimal: convention, evidence: &thorough)
      #expect(amount.lower.doubleValue == number, "\(text)")
      #expect(amount.currencies.isEmpty == !hasDollar, "\(text)")
      #expect(quick == thorough, "\(text)")
    }
    #expect(read > 1000)
  }

  @Test(
    "rounds to the nearest double", arguments: ["0.1", "57504.25", "123456789012.345", "0.000001"])
  func rounding(_ text: String) {
    var evidence = DecimalEvidence()
    guard
      case .number(let number, _) = PlainNumber.read(Array(text.utf8).span, .point, &evidence)
    else {
      Issue.record("\(text) should be plain")
      return
    }
    #expect(number == Double(text))
  }
}
