import FileAccess
import Findings
import FoundationEssentials
import Reporting

/// The plans and tables in a folder and below it, as resources of an assistant.
struct FolderResources {
  /// Why a resource cannot be read.
  struct Refusal: Error {
    var message: String
  }

  /// The endings of the files that are shown, with their media types.
  private static let types: [String: String] = [
    "yaml": "application/yaml", "yml": "application/yaml", "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]
  /// The most files that are listed; a larger folder was hardly meant.
  private static let countLimit = 1000
  private static let sizeLimit = 1 << 20

  /// The folder, as an absolute path without links.
  let folder: String

  /// The files in order, as the protocol describes resources.
  var list: [JSONValue] {
    var paths: [String] = []
    collect(below: "", into: &paths)
    return paths.map { path in
      [
        "uri": .string(FileAddress.address(of: "\(folder)/\(path)")),
        "name": .string(path),
        "mimeType": .string(Self.type(of: path) ?? ""),
      ]
    }
  }

  /// Hidden files are not shown, and links to folders not followed.
  private func collect(below place: String, into paths: inout [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")) ?? []
    for name in names.sorted() where !name.hasPrefix(".") && paths.count < Self.countLimit {
      let path = place + name
      let type = (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)"))?[.type]
      switch type as? FileAttributeType {
      case .typeDirectory: collect(below: path + "/", into: &paths)
      case .typeRegular where Self.type(of: path) != nil: paths.append(path)
      default: break
      }
    }
  }

  /// Reads one.
  ///
  /// - Parameter uri: Its name, as it is listed.
  /// - Returns: Its content, as the protocol has it.
  /// - Throws: `Refusal` for what is not listed, and for what is too large to be told.
  func read(_ uri: String) throws(Refusal) -> JSONValue {
    guard let path = FileAddress.path(of: uri), path.hasPrefix(folder + "/") else {
      throw Refusal(message: "there is no resource \(uri)")
    }
    let place = path.dropFirst(folder.count + 1)
    let isShown = !place.split(separator: "/").contains { $0.hasPrefix(".") }
    guard isShown, let type = Self.type(of: path) else {
      throw Refusal(message: "there is no resource \(uri)")
    }
    do {
      try Confinement.check(path)
    } catch {
      throw Refusal(message: "there is no resource \(uri)")
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? UInt64
    if let size, size > UInt64(Self.sizeLimit) {
      throw Refusal(message: "\(place) is too large to be told; ask a tool about it")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(message: "there is no resource \(uri)")
    }
    let content: JSONValue.Member =
      if let text = String(validating: data, as: UTF8.self) {
        .init("text", .string(text))
      } else {
        .init("blob", .string(data.base64EncodedString()))
      }
    return .object([
      .init("uri", .string(uri)), .init("mimeType", .string(type)), content,
    ])
  }

  private static func type(of path: String) -> String? {
    path.split(separator: ".").last.flatMap { types[$0.lowercased()] }
  }
}
