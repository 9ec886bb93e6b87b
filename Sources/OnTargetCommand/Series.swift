import Amounts
import ArgumentParser

/// A list of numbers as typed on the command line: `600000,690048` or `480000..1040000/80000`.
struct Series {
  /// The numbers, in the order typed; a range counts up.
  let values: [Ratio]

  /// The most numbers that one option may stand for; a grid beyond it is a typing slip.
  static let limit = 10_000

  /// Reads a list of single numbers and ranges `from..to/step`, each number by `number`.
  ///
  /// - Throws: `ValidationError` that says which part cannot be read and what would be.
  init(
    _ text: String, option: String, example: String, number: (String) -> Ratio?
  ) throws {
    func value(_ part: some StringProtocol) throws -> Ratio {
      guard let value = number(String(part)) else {
        throw ValidationError(
          "\(option): \"\(part)\" is not a number that fits here; write for example \(option) \(example)")
      }
      return value
    }
    var values: [Ratio] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let dots = item.firstRange(of: "..") else {
        values.append(try value(item))
        continue
      }
      let first = try value(item[..<dots.lowerBound])
      let rest = item[dots.upperBound...]
      guard let slash = rest.firstIndex(of: "/") else {
        throw ValidationError(
          "\(option): the range \"\(item)\" has no step; write from..to/step, for example \(option) \(example)")
      }
      let last = try value(rest[..<slash])
      let step = try value(rest[rest.index(after: slash)...])
      guard step > 0, first <= last else {
        throw ValidationError(
          "\(option): the range \"\(item)\" does not count up; write from..to/step with from below to and a positive step"
        )
      }
      var next = first
      while next <= last {
        values.append(next)
        guard values.count <= Self.limit, let following = try? next + step else {
          throw ValidationError(
            "\(option): \"\(item)\" stands for more than \(Self.limit) numbers; take a larger step")
        }
        next = following
      }
    }
    self.values = values
  }
}
