import Findings
import Notebooks
import Testing

@Suite("Notebooks")
struct NotebookTests {
  private let source = """
    # A notebook

    Text of the author.

    ```ontarget
    ontarget simulate plan.yaml \\
      --where "title~account exec"
    ```

    More text.

    ~~~~ontarget fails
    ontarget nonsense
    ~~~~

    ```yaml
    not: run
    ```
    """

  private func echo(_ arguments: [String]) -> NotebookRun.Output {
    NotebookRun.Output(
      text: arguments.joined(separator: "|") + "\n",
      errors: arguments == ["nonsense"] ? "Error: no\n" : "",
      status: arguments == ["nonsense"] ? 64 : 0)
  }

  @Test("Commands are found as typed, and other code is left alone")
  func finds() throws {
    let blocks = try Notebook(source, path: "n.md").blocks
    #expect(
      blocks.map(\.arguments) == [
        ["simulate", "plan.yaml", "--where", "title~account exec"], ["nonsense"],
      ])
    #expect(blocks.map(\.line) == [5, 12])
    #expect(blocks.map(\.isExpectedToFail) == [false, true])
  }

  @Test("Outputs stand below their blocks, and a second run changes nothing")
  func idempotent() throws {
    let first = NotebookRun(try Notebook(source, path: "n.md"), command: echo)
    #expect(!first.log.hasErrors)
    #expect(
      first.text.contains(
        """
        ```

        <!-- output -->

        simulate|plan.yaml|--where|title~account exec

        <!-- end of output -->

        More text.
        """))
    #expect(first.text.contains("```text\nError: no\n```\n\nnonsense"))
    let second = NotebookRun(try Notebook(first.text, path: "n.md"), command: echo)
    #expect(second.text == first.text)
    let other = NotebookRun(try Notebook(first.text, path: "n.md")) { _ in
      NotebookRun.Output(text: "other", errors: "", status: 0)
    }
    #expect(other.text.contains("\nother\n"))
    #expect(!other.text.contains("simulate|"))
    #expect(other.text.hasSuffix(source.suffix(20)))
  }

  @Test(
    "Lines end as their author's editor ends them",
    arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = ["# T", "", "```ontarget", "ontarget a", "```", "", "Text", ""].joined(
      separator: end)
    let notebook = try Notebook(text, path: "x.md")
    #expect(notebook.blocks.map(\.line) == [3])
    let written = notebook.text(withOutputs: ["one\ntwo"])
    #expect(
      written
        == [
          "# T", "", "```ontarget", "ontarget a", "```", "", "<!-- output -->", "", "one", "two",
          "",
          "<!-- end of output -->", "", "Text", "",
        ].joined(separator: end))
    #expect(try Notebook(written, path: "x.md").text(withOutputs: ["one\ntwo"]) == written)
  }

  @Test(
    "A fence at the end of a file with other line ends is one line, with an output too",
    arguments: ["~~~ontarget\nontarget a\n~~~~\r", "~~~ontarget\nontarget a\n~~~~"])
  func lastLine(_ text: String) throws {
    let notebook = try Notebook(text, path: "x.md")
    let written = notebook.text(withOutputs: ["one"])
    let again = try Notebook(written, path: "x.md")
    #expect(again.blocks.map(\.arguments) == [["a"]])
    #expect(again.text(withOutputs: ["one"]) == written)
  }

  @Test("A status that was not expected is a finding at the block")
  func status() throws {
    let run = NotebookRun(try Notebook(source, path: "n.md")) { arguments in
      NotebookRun.Output(text: "", errors: "bad", status: arguments == ["nonsense"] ? 0 : 65)
    }
    #expect(run.log.findings.map(\.place?.line) == [5, 12])
  }

  @Test("JSON and CSV are shown as code, with a fence that nothing inside can close")
  func code() throws {
    let notebook = try Notebook(
      "```ontarget\nontarget x --format csv\n```\n", path: "n.md")
    let run = NotebookRun(notebook) { _ in
      NotebookRun.Output(text: "a\n```\nb\n", errors: "", status: 1, language: "csv")
    }
    #expect(run.text.contains("````csv\na\n```\nb\n````"))
    #expect(!run.log.hasErrors)
  }

  @Test(
    "What cannot be run is refused with its line",
    arguments: [
      ("```ontarget\nontarget a\n", "n.md:1:1: error: the fence that opens here is never closed"),
      (
        "```ontarget\nrm -rf /\n```",
        "n.md:2:1: error: a block is one command that begins with ontarget"
      ),
      ("```ontarget\nontarget a\nontarget b\n```", "n.md:2:1: error: a block is one command"),
      ("```ontarget\n```", "n.md:2:1: error: a block is one command"),
      ("```ontarget\nontarget 'a\n```", "n.md:1:1: error: a quote in this block is never closed"),
      (
        "```ontarget\nontarget a\n```\n\n<!-- output -->\nx",
        "n.md:5:1: error: the output that begins here has no end"
      ),
    ])
  func refuses(text: String, message: String) {
    #expect {
      try Notebook(text, path: "n.md")
    } throws: { error in
      (error as? InputFailure)?.log.findings.contains { "\($0)".hasPrefix(message) } ?? false
    }
  }

  @Test("A difference shows the lines and where they stand")
  func difference() {
    #expect(
      LineDifference.description(from: "a\nb\nc", to: "a\nx\nc\nd", path: "n.md")
        == "n.md:2\n- b\n+ x\nn.md:4\n+ d\n")
    #expect(LineDifference.description(from: "a", to: "a", path: "n.md").isEmpty)
  }
}
