import Findings
import Fuzzing
import Notebooks

@main
enum NotebookFuzz {
  static func main() { run(fuzzNotebook) }
}

/// Reads the input as a notebook, writes outputs into it and reads it again: it has the same blocks, and
/// writing the same outputs changes nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNotebook(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let notebook = try? Notebook(text, path: "x") else { return 0 }
  let outputs = notebook.blocks.indices.map { "output \($0)" }
  let written = notebook.text(withOutputs: outputs)
  guard let again = try? Notebook(written, path: "x") else {
    preconditionFailure("a notebook with outputs is none")
  }
  precondition(again.blocks.map(\.arguments) == notebook.blocks.map(\.arguments))
  precondition(again.text(withOutputs: outputs) == written, "running twice changes a notebook")
  return 0
}
