import Foundation
import TestSupport
import Testing

/// Runs the compiled snippets of the documentation.
@Suite("The snippets of the documentation")
struct SnippetTests {
  static let folder: URL = Executable.root.appending(path: "Snippets")
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test("There is a snippet for a plan, a market and an offer")
  func all() {
    #expect(Self.names.count >= 4)
  }

  @Test("A snippet prints what its comments say that it prints", arguments: names)
  func output(name: String) throws {
    let source = try String(
      contentsOf: Self.folder.appending(path: "\(name).swift"), encoding: .utf8)
    // What a line of comments at the margin says, or the comment behind a call of print.
    let expected = source.split(separator: "\n").compactMap { line -> Substring? in
      if line.hasPrefix("// ") { return line.dropFirst(3) }
      guard line.contains("print("), let mark = line.firstRange(of: "  // ") else { return nil }
      return line[mark.upperBound...]
    }
    #expect(!expected.isEmpty)
    let result = try Executable.run([], program: name)
    #expect(result.status == 0, "\(result.errors)")
    var rest = result.output.split(separator: "\n")[...]
    for line in expected {
      let index = rest.firstIndex(of: line)
      #expect(index != nil, "\(line) is not printed, or too early: \(result.output)")
      if let index { rest = rest[index...].dropFirst() }
    }
  }
}
