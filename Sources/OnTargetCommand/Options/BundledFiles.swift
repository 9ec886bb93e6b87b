import Findings
internal import FoundationEssentials

/// The files of the datasets, which a call can name wherever it takes a path: `ontarget:plans/cliff`.
///
/// The ending may be left out, because no two of the files differ in it alone.
struct BundledFiles {
  /// What stands before the name of a bundled file.
  static let scheme: String = "ontarget:"

  /// The folder of the datasets.
  let folder: String
  /// The files below it with their folders, in order.
  let files: [String]

  /// Lists a folder.
  init(folder: String) {
    self.folder = folder
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    files = found.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }.sorted()
  }

  /// The name by which a file is asked for: without its ending.
  static func name(of file: String) -> String {
    String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
  }

  /// Finds a file.
  ///
  /// - Parameter name: What is written after the scheme.
  /// - Returns: The path of the file.
  /// - Throws: `.noInput` with the name that was probably meant, or with what there is.
  func path(of name: String) throws(InputFailure) -> String {
    if let file = files.first(where: { $0 == name || Self.name(of: $0) == name }) {
      return "\(folder)/\(file)"
    }
    throw InputFailure(
      .noInput,
      Finding(
        "datasets.unknown-file", at: Place(file: Self.scheme + name),
        "there is no bundled file of this name", remedy: remedy(for: name)))
  }

  private func remedy(for name: String) -> Inline {
    let names = files.map(Self.name)
    // The folder is what people leave out.
    let match =
      names.first { $0.hasSuffix("/" + Self.name(of: name)) }
      ?? NearMiss.closest(to: Self.name(of: name), among: names)
    if let match { return "did you mean \"\(Self.scheme + match)\"?" }
    let prefix = name.prefix { $0 != "/" } + "/"
    let below = names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    guard below.isEmpty else {
      return "in \(.code(Self.scheme + prefix)) there are \(below.joined(separator: ", "))"
    }
    return "\(.code("ontarget datasets")) lists them"
  }
}

extension BundledFiles {
  /// Puts the path in the place of the name of each bundled file.
  ///
  /// A name may stand behind what a value begins with: `--roster=ontarget:…`, `empirical:ontarget:…`.
  ///
  /// - Parameters:
  ///   - arguments: What was typed, or a recipe has.
  ///   - folder: The folder of the datasets that was asked for; nil for the one that is found.
  /// - Returns: The arguments without names.
  /// - Throws: `InputFailure` for a name that there is none of, or where there are no datasets.
  static func resolve(
    _ arguments: [String], datasets folder: String? = nil
  ) throws(InputFailure) -> [String] {
    guard arguments.contains(where: { range(in: $0) != nil }) else { return arguments }
    let bundled = BundledFiles(folder: try DatasetOptions.directory(folder))
    return try arguments.map { argument throws(InputFailure) in
      guard let range = range(in: argument) else { return argument }
      let path = try bundled.path(of: String(argument[range.upperBound...]))
      return argument[..<range.lowerBound] + path
    }
  }

  /// The scheme in an argument whose value begins with it.
  private static func range(in argument: String) -> Range<String.Index>? {
    guard let range = argument.firstRange(of: scheme) else { return nil }
    let before = argument[..<range.lowerBound].last
    return before == nil || before == "=" || before == ":" ? range : nil
  }
}
