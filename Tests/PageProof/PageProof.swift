// Writes the bytes of each plan for a page to FOLDER/NAME.bytes and prints a line with the name, the
// number of bytes, the functions of the engine that take and digest them, and the digest of what it pays;
// then the same of all offers together:
// page-proof COUNT FOLDER PLAN… -- OFFER…
import Answers
import Calculator
import CareerAnswers
import Foundation
import PayPlans
import PlanFiles

@main
struct PageProof {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 2, let count = Int32(arguments[1]) else {
      print("page-proof COUNT FOLDER PLAN… -- OFFER…")
      exit(64)
    }
    let folder = URL(filePath: arguments[2])
    func prove(_ name: String, _ bytes: [UInt8]?, _ load: String, _ ask: String, _ digest: UInt64)
      throws
    {
      guard let bytes else {
        print("\(name): a number has too many digits")
        exit(65)
      }
      try Data(bytes).write(to: folder.appending(path: "\(name).bytes"))
      print(name, bytes.count, load, ask, Int64(bitPattern: digest))
    }
    let files = arguments.dropFirst(2).split(separator: "--", omittingEmptySubsequences: false)
    for path in files.first ?? [] {
      let plan = try Plan.read(path: path).plan
      try prove(
        URL(filePath: path).deletingPathExtension().lastPathComponent, Calculator([plan]).bytes,
        "page_load", "page_digest", PayDigest.of(plan, states: 0..<count))
    }
    guard files.count == 2 else { return }
    let question = OfferQuestion(Array(files[1]))
    let offers = try question.answer().answer.offerSet(taxes: try question.taxes())
    try prove(
      "offers", OfferCode.encode(offers), "page_load_offers", "page_offer_digest",
      PayDigest.of(offers, states: 0..<count))
  }
}
