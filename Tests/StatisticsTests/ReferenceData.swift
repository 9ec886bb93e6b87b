import Foundation
import Statistics

/// A file of numbers in Reference, column by column; `shared` is the generated data.
struct ReferenceData {
  let columns: [String: [Double]]

  static let shared = ReferenceData("data.csv")

  init(_ file: String) {
    let text = Self.text(of: file)
    let rows = text.split(separator: "\n").map { $0.split(separator: ",") }
    var columns: [String: [Double]] = [:]
    for (index, name) in rows[0].enumerated() {
      columns[String(name)] = rows.dropFirst().map { Double($0[index]) ?? .nan }
    }
    self.columns = columns
  }

  subscript(_ name: String) -> [Double] { columns[name] ?? [] }
  func codes(_ name: String) -> [Int] { self[name].map { Int($0) } }

  static func text(of file: String) -> String {
    let url = Bundle.module.bundleURL.appending(path: "Reference/\(file)")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  var pay: [Double] { self["pay"] }

  func sample(
    _ weighting: Weighting = .none, strata: Bool = false, clusters: Bool = false
  ) throws -> Sample {
    let weights: [Double]? =
      switch weighting {
      case .none: nil
      case .frequency: self["frequency"]
      case .sampling, .reliability: self["weight"]
      }
    return try Sample(
      pay, weights: weights, weighting, strata: strata ? codes("stratum") : nil,
      clusters: clusters ? codes("cluster") : nil)
  }
}

/// One value of another program.
struct ReferenceCase: Decodable, Sendable, CustomStringConvertible {
  let estimator: String
  let arguments: [Double]
  let values: [Double]
  let program: String
  let call: String
  let tolerance: Double?

  private enum Key: String, CodingKey { case estimator, arguments, value, program, call, tolerance }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    estimator = try container.decode(String.self, forKey: .estimator)
    arguments = try container.decode([Double].self, forKey: .arguments)
    values =
      if let single = try? container.decode(Double.self, forKey: .value) {
        [single]
      } else {
        try container.decode([Double].self, forKey: .value)
      }
    program = try container.decode(String.self, forKey: .program)
    call = try container.decode(String.self, forKey: .call)
    tolerance = try container.decodeIfPresent(Double.self, forKey: .tolerance)
  }

  var description: String { "\(estimator) \(arguments): \(program), \(call)" }

  static func all(in file: String) -> [ReferenceCase] {
    let data = Data(ReferenceData.text(of: file).utf8)
    return (try? JSONDecoder().decode([ReferenceCase].self, from: data)) ?? []
  }
}
