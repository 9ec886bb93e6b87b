internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal that says how far a long run is; elsewhere nothing.
///
/// It appears after a second, so that short runs do not flicker, and is gone when the run ends, also
/// by Ctrl-C.
final class ProgressLine: Sendable {
  private let start: ContinuousClock.Instant = .now
  private let shown: Atomic<Int> = Atomic(-1)

  /// Creates a line; nil when standard error is not a terminal.
  init?() {
    guard isatty(StandardStream.error.rawValue) == 1 else { return nil }
    signal(SIGINT) { _ in
      // Only what a signal handler may call: erase the line and end as by the signal.
      let erase: StaticString = "\r\u{1B}[K"
      _ = write(2, erase.utf8Start, erase.utf8CodeUnitCount)
      _exit(130)
    }
  }

  /// Shows a share of the work, if it is time to.
  func show(_ share: Double) {
    let percent = Int(share * 100)
    guard ContinuousClock.now - start > .seconds(1) else { return }
    let last = shown.load(ordering: .relaxed)
    guard percent > last,
      shown.compareExchange(expected: last, desired: percent, ordering: .relaxed).exchanged
    else { return }
    _ = StandardStream.error.write("\r\(percent) %")
  }

  /// Takes the line away.
  func finish() {
    if shown.load(ordering: .relaxed) >= 0 { _ = StandardStream.error.write("\r\u{1B}[K") }
    signal(SIGINT, SIG_DFL)
  }
}
