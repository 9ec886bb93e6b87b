// For each plan: writes its bytes for a page to FOLDER/NAME.plan and prints the digest of what it pays:
// page-proof COUNT FOLDER PLAN…
import Calculator
import Foundation
import PayPlans
import PlanFiles

@main
struct PageProof {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 2, let count = Int32(arguments[1]) else {
      print("page-proof COUNT FOLDER PLAN…")
      exit(64)
    }
    for path in arguments.dropFirst(2) {
      let plan = try Plan.read(path: path).plan
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      guard let bytes = Calculator([plan]).bytes else {
        print("\(path): a number has too many digits")
        exit(65)
      }
      try Data(bytes).write(to: URL(filePath: arguments[2]).appending(path: "\(name).plan"))
      print(name, bytes.count, Int64(bitPattern: PayDigest.of(plan, states: 0..<count)))
    }
  }
}
