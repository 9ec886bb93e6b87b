internal import Findings

/// Which part of a workbook another part leads to.
final class Relationships: XMLHandler {
  struct Target {
    var id: String
    /// The last word of its type, such as "worksheet"; the rest tells two editions of the standard apart.
    var kind: String
    /// The path of the part in the archive.
    var path: String
  }

  private(set) var targets: [Target] = []
  private(set) var failure: InputFailure?
  private let folder: [Substring]

  /// Reads the relationships of a part; none where it has none.
  init(of part: String, in archive: Archive) throws(InputFailure) {
    let parts = part.split(separator: "/")
    folder = Array(parts.dropLast())
    let path = (folder.map { "\($0)/" }).joined() + "_rels/\(parts.last ?? "").rels"
    guard let stream = try archive.part(path, limit: archive.limits.partXMLBytes) else { return }
    try XMLReader.read(stream, self, path: path, place: Place(file: archive.name))
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) {
    // What lies outside of the file is not looked at.
    guard element.equals("Relationship"), attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
      targets.count < 100_000
    else { return }
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(step)
      }
    }
    targets.append(
      Target(
        id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
        path: path.joined(separator: "/")))
  }

  func end(_ element: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The part of a kind; nil where there is none.
  func path(ofKind kind: String) -> String? { targets.first { $0.kind == kind }?.path }
}
