import Findings
import FoundationEssentials
import Reports

extension PageEngine {
  /// The engine of a kind of page that came with the command, or that `make page-engine` made in its checkout.
  ///
  /// - Parameter kind: `page` for plans, `offers` or `statement`.
  /// - Returns: The engine.
  /// - Throws: `.noInput` where there is none.
  static func read(_ kind: String) throws(InputFailure) -> PageEngine {
    let candidates = CompanionFile.paths(
      installed: "\(kind)-engine.wasm", built: ".build/page-engine/\(kind).wasm")
    for path in candidates {
      if let bytes = FileManager.default.contents(atPath: path) {
        return PageEngine(
          Array(bytes), packed: FileManager.default.contents(atPath: path + ".lzma").map(Array.init)
        )
      }
    }
    throw InputFailure(
      .noInput,
      Finding(
        "page.engine", at: Place(file: candidates.first ?? "\(kind)-engine.wasm"),
        "the engine of the page is not here",
        remedy:
          "build it with make page-engine, which needs a Swift toolchain with the target wasm32-unknown-none-wasm, such as that for Linux from swift.org"
      ))
  }
}
