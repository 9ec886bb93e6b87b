import ArgumentParser
import FoundationEssentials
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `ontarget language-server`.
struct LanguageServerTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "language-server",
    abstract: "Tell an editor what is wrong in a plan as it is typed, and what it pays (LSP).",
    discussion: """
      It speaks the Language Server Protocol over standard input and output: what `ontarget check` \
      finds in plans, offers, ladders, roles and recipes, the keys that fit with their meanings, what \
      a rule pays, and where a measure is defined. Editors start it; docs/editors.md says how.

      Example:
        ontarget language-server --help
      """)

  func run() throws {
    var server = LanguageServer()
    var input = MessageInput()
    while !server.isOver, let content = input.next() {
      for reply in server.replies(to: content) {
        let text = reply.text()
        guard
          StandardStream.output.write("Content-Length: \(text.utf8.count)\r\n\r\n\(text)")
        else { return }
      }
    }
    // Whoever goes without a word is told so, as the protocol asks.
    if !server.isShutDown { throw ExitCode(1) }
  }
}

/// Messages on standard input, each after a head with its length.
private struct MessageInput {
  /// The longest message that is read: the longest file that is read, escaped.
  private static let longest = 64_000_000
  /// The longest head.
  private static let longestHead = 4096
  private static let headEnd = Array("\r\n\r\n".utf8)

  private var buffer: [UInt8] = []

  /// Reads the next message; nil at the end of the input, and where a head says no length.
  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer.firstRange(of: Self.headEnd) {
        guard let length = Self.length(in: buffer[..<end.lowerBound]),
          (0...Self.longest).contains(length)
        else { return nil }
        while buffer.count < end.upperBound + length {
          guard fill() else { return nil }
        }
        defer { buffer.removeSubrange(..<(end.upperBound + length)) }
        return Array(buffer[end.upperBound..<end.upperBound + length])
      }
      guard buffer.count < Self.longestHead, fill() else { return nil }
    }
  }

  private static func length(in head: ArraySlice<UInt8>) -> Int? {
    String(decoding: head, as: UTF8.self).split(separator: "\r\n").lazy
      .map { $0.split(separator: ":", maxSplits: 1) }
      .first { $0.first?.lowercased() == "content-length" }
      .flatMap { Int(String($0.last ?? "").filter { !$0.isWhitespace }) }
  }

  /// Waits for more; false at the end.
  private mutating func fill() -> Bool {
    let more = [UInt8](unsafeUninitializedCapacity: 65_536) { bytes, count in
      count = max(0, read(STDIN_FILENO, bytes.baseAddress, bytes.count))
    }
    buffer += more
    return !more.isEmpty
  }
}
