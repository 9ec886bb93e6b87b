import Foundation
import Testing

/// The order of the rooms that docs/architecture.md states, held against the sources themselves.
@Suite("Rooms of PayPlans")
struct PayPlansRoomTests {
  /// A file names types of its own room and of earlier ones.
  static let rooms = ["Model", "Data", "Curve", "Engine", "Checks", "Statements", "Rules"]

  /// The room of each part of a rule's folder; the type itself and its facts are model.
  static let parts = [
    "Facts": "Model", "Numbers": "Model", "Curve": "Curve", "Paying": "Engine",
    "Corners": "Engine", "Checks": "Checks", "Words": "Statements",
  ]

  struct Source {
    var path: String
    var room: Int
    var text: String
  }

  static func sources(file: String = #filePath) throws -> [Source] {
    let root = "/" + file.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = root + "/Sources/PayPlans/"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOfFile: folder + path, encoding: .utf8)
      let steps = path.split(separator: "/")
      var room = String(steps[0])
      if steps.count == 3 {
        let name = try #require(steps.last).dropLast(".swift".count).split(separator: "+")
        room = name.count == 1 ? "Model" : try #require(Self.parts[String(name[1])], "\(path)")
      }
      return Source(
        path: path, room: try #require(Self.rooms.firstIndex(of: room), "\(path)"),
        text: Self.code(of: text))
    }
  }

  /// The text without comments, and without what stands in quotes.
  static func code(of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return code.replacing(#/"[^"]*"/#, with: "\"\"")
    }.joined(separator: "\n")
  }

  /// The types that a file declares outside of all others.
  static func types(in code: String) -> [String] {
    let declaration =
      #/^(?:(?:public|package|private|final) )*(?:struct|enum|class|protocol) (\w+)/#
      .anchorsMatchLineEndings()
    return code.matches(of: declaration).map { String($0.output.1) }
  }

  @Test("Arrows point one way")
  func arrows() throws {
    let sources = try Self.sources()
    var homes: [String: Int] = [:]
    for source in sources {
      for type in Self.types(in: source.text) { homes[type] = source.room }
    }
    // As many as a glance at the folders shows; less means that this test looks at nothing.
    #expect(homes.count > 80)
    #expect(homes["Plan"] == 0 && homes["PayoutCurve"] == 2 && homes["Statement"] == 5)
    for source in sources {
      let words = Set(source.text.matches(of: #/\b[A-Z]\w+/#).map { String($0.output) })
      let upward = words.filter { homes[$0].map { source.room < $0 } ?? false }.sorted()
      #expect(upward.isEmpty, "\(source.path) names \(upward.joined(separator: ", "))")
    }
  }

  @Test("Only its folder and the list of the rules name a rule that pays deals alone")
  func names() throws {
    for source in try Self.sources() where !source.path.hasPrefix("Rules/") {
      #expect(!source.text.lowercased().contains("spiff"), "\(source.path)")
    }
  }

  @Test("Plans as values know of no files")
  func imports() throws {
    for source in try Self.sources() {
      let imports = source.text.matches(of: #/\bimport (\w+)/#).map { String($0.output.1) }
      #expect(Set(imports).isSubset(of: ["Amounts", "Findings", "Phrases"]), "\(source.path)")
    }
  }
}
