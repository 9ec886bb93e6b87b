internal import FoundationEssentials
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal that a stream goes to.
struct Terminal {
  /// What it can do, and people want of it.
  let style: TextStyle

  /// Looks at a stream; nil where it is no terminal.
  ///
  /// A terminal that calls itself dumb shows no escape sequences; `NO_COLOR` is the convention of
  /// no-color.org, by which whatever it holds means no colours.
  init?(of stream: StandardStream) {
    guard isatty(stream.rawValue) == 1 else { return nil }
    let environment = ProcessInfo.processInfo.environment
    let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
    style = TextStyle(
      hasWeight: !isDumb, hasColour: !isDumb && (environment["NO_COLOR"] ?? "").isEmpty)
  }

  /// The columns: what `$COLUMNS` says, else those of the terminal that the output goes to, else 80.
  static var width: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text),
      (20...1000).contains(columns)
    {
      return columns
    }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }
}
