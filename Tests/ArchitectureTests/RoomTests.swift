import Foundation
import Testing

/// The folders of a module are rooms, and the arrows between them point one way, as those between
/// modules do: what a room declares is used by rooms that it does not use itself.
@Suite("Rooms")
struct RoomTests {
  static let modules: [String] = [
    "CSVReading", "GapReporting", "MarketPricing", "Regulations", "Reporting", "SalaryData",
    "Simulation", "Statistics",
  ]

  /// A room with what it declares and the capitalised words that occur in it.
  struct Room {
    var name: String
    var declared: Set<Substring> = []
    var used: Set<Substring> = []
  }

  static func rooms(of module: String) throws -> [Room] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/\(module)").standardizedFileURL
    let folders = try FileManager.default.contentsOfDirectory(
      at: sources, includingPropertiesForKeys: [.isDirectoryKey])
    return try folders.filter(\.hasDirectoryPath).map { folder in
      var room = Room(name: folder.lastPathComponent)
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      for file in files where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
          .replacing(#/\/\/.*/#, with: "")
        let declaration =
          #/^(?:public |package |internal )?(?:final |indirect )*(?:struct|enum|class|protocol|typealias) (\w+)/#
          .anchorsMatchLineEndings()
        room.declared.formUnion(text.matches(of: declaration).map(\.1))
        room.used.formUnion(text.matches(of: #/\b[A-Z]\w+/#).map(\.0))
      }
      return room
    }
  }

  @Test("Arrows between the rooms of a module point one way", arguments: modules)
  func arrows(_ module: String) throws {
    let rooms = try Self.rooms(of: module)
    try #require(rooms.count > 1)
    // Whoever has no arrow into what is left goes first, until nobody is left or they form a circle.
    var left = rooms
    while let index = left.firstIndex(where: { room in
      !left.contains { $0.name != room.name && !$0.declared.isDisjoint(with: room.used) }
    }) {
      left.remove(at: index)
    }
    let circle = left.flatMap { room in
      left.filter { $0.name != room.name && !$0.declared.isDisjoint(with: room.used) }.map {
        "\(room.name) uses \(room.used.intersection($0.declared).sorted()) of \($0.name)"
      }
    }
    #expect(circle == [])
  }
}
