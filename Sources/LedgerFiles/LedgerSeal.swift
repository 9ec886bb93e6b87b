internal import Amounts
internal import Digests
internal import PayLedger

/// The texts that hashes are made of, so that other programs can make them again.
///
/// Each value is its length in bytes, a colon, its text and a comma (a netstring); a missing one is a
/// hyphen and a comma. Numbers are decimal.
struct LedgerSeal {
  private var bytes: [UInt8] = []

  mutating func add(_ value: String?) {
    guard let value else {
      bytes += [UInt8(ascii: "-"), UInt8(ascii: ",")]
      return
    }
    bytes += "\(value.utf8.count):".utf8
    bytes += value.utf8
    bytes.append(UInt8(ascii: ","))
  }

  mutating func add(_ values: [String?]) { for value in values { add(value) } }

  /// The SHA-256 of what was added.
  var hash: String { SHA256.hexadecimal(of: bytes) }

  static func hash(_ values: [String?]) -> String {
    var seal = LedgerSeal()
    seal.add(values)
    return seal.hash
  }
}

extension Posting {
  /// The values of its columns, in their order.
  var columns: [String?] {
    let cause = cause?.texts
    return [
      key.rep, key.plan, "\(key.planYear)", key.item.rawValue, key.component, key.deal,
      key.origin.map { "\($0)" }, kind.rawValue, account.rawValue, amount.currency.code,
      "\(amount.minorUnits)", facts.day.map { "\($0)" }, facts.credit?.description,
      facts.quota?.description, facts.isBonus ? "1" : "0", cause?.name, cause?.was, cause?.isNow,
    ]
  }
}
