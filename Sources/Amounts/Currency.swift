/// A currency by its ISO 4217 code, with the number of digits of its minor unit.
public struct Currency: Hashable, Sendable {
  /// The three letters of the code, packed so that a `Money` stays two words.
  private let packedCode: UInt32

  /// The digits behind the decimal point: 2 for USD, 0 for JPY, 3 for KWD.
  public private(set) var minorUnitDigits: Int8

  /// Creates a currency from three letters of either case; nil for anything else.
  ///
  /// A code that is not in the table of exceptions has two digits, as most have.
  public init?(code: some StringProtocol) {
    let letters = Array(code.uppercased().utf8)
    guard letters.count == 3, letters.allSatisfy({ (65...90).contains($0) }) else { return nil }
    packedCode = letters.reduce(0) { $0 << 8 | UInt32($1) }
    minorUnitDigits = Self.unusualDigits[String(decoding: letters, as: UTF8.self)] ?? 2
  }

  private init(_ code: StaticString, digits: Int8) {
    packedCode = code.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    minorUnitDigits = digits
  }

  /// The US dollar, of 100 cents.
  public static let usd: Currency = Currency("USD", digits: 2)
  /// The euro, of 100 cents.
  public static let eur: Currency = Currency("EUR", digits: 2)
  /// The pound sterling, of 100 pence.
  public static let gbp: Currency = Currency("GBP", digits: 2)

  /// The currency with a millionth as its minor unit, so that estimates lose nothing to rounding.
  package var inMillionths: Currency {
    var finer = self
    finer.minorUnitDigits = 6
    return finer
  }

  /// The code in upper case, such as "USD".
  public var code: String {
    String(
      decoding: [
        UInt8(packedCode >> 16 & 0xff), UInt8(packedCode >> 8 & 0xff), UInt8(packedCode & 0xff),
      ],
      as: UTF8.self)
  }

  /// The number of minor units in one major unit, such as 100 for USD.
  public var minorUnitsPerMajor: Int64 {
    switch minorUnitDigits {
    case 0: 1
    case 3: 1000
    case 4: 10_000
    case 6: 1_000_000
    default: 100
    }
  }

  /// Source: ISO 4217, list one: the currencies whose exponent is not 2.
  private static let unusualDigits: [String: Int8] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0,
    "RWF": 0, "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    "CLF": 4, "UYW": 4,
  ]
}

extension Currency: CustomStringConvertible {
  public var description: String { code }
}
