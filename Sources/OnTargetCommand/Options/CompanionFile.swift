internal import FoundationEssentials

/// Where what comes with the command is: installed beside it, or in the checkout that it was built in.
enum CompanionFile {
  /// Returns where a file or folder may be, as far as the executable's own place is known.
  ///
  /// - Parameters:
  ///   - installed: Its place in `share/ontarget`, where `make install` puts it.
  ///   - built: Its place in a checkout.
  /// - Returns: The paths in the order in which they are to be tried.
  static func paths(installed: String, built: String) -> [String] {
    let linked = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    guard let executable = linked ?? CommandLine.arguments.first, executable.contains("/") else {
      return []
    }
    let folders = executable.split(separator: "/", omittingEmptySubsequences: false)
    var paths = [folders.dropLast(2).joined(separator: "/") + "/share/ontarget/\(installed)"]
    if let build = folders.lastIndex(of: ".build") {
      paths.append((folders[..<build] + [Substring(built)]).joined(separator: "/"))
    }
    return paths
  }
}
