import Answers
import Findings
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks on the terminal for the terms of pay, one after the other.
struct Questionnaire {
  private let words: Phrasebook

  /// Creates a questionnaire; nil where nobody can answer, so that no script waits for one.
  init?(in language: Language) {
    guard isatty(0) == 1, isatty(StandardStream.error.rawValue) == 1 else { return nil }
    words = Phrasebook(language).spellingOptions
  }

  /// Asks for every term that makes sense after the answers before it.
  ///
  /// - Parameters:
  ///   - terms: Where the answers go.
  ///   - fault: What is wrong with a term in the terms so far; it is shown, and the term asked for again.
  /// - Throws: `.usage` where the input ends before the last answer.
  func ask(
    _ terms: inout TermOptions, fault: (TermOptions, Parameter) -> Finding?
  ) throws(InputFailure) {
    show(
      "Press Enter for what stands in brackets; nothing stands there for what a letter may lack.")
    for term in TermOptions.terms {
      if let beside = term.beside, terms[keyPath: beside] == nil { continue }
      while true {
        let standard = term.standard.map { " [\($0)]" } ?? ""
        _ = StandardStream.error.write("\(words.text(term.question))\(standard) ")
        guard let line = readLine() else {
          throw InputFailure(
            .usage,
            Finding(
              "init.unanswered", about: term.parameter,
              "the input ended before the last question was answered", remedy: "nothing was written"
            ))
        }
        let text = line.printable
        let isSaid = text.contains { !$0.isWhitespace }
        terms[keyPath: term.text] = isSaid ? text : term.standard
        guard let fault = fault(terms, term.parameter) else { break }
        var log = FindingLog()
        log.add(fault)
        _ = StandardStream.error.write(log.text(in: words).printableLines + "\n")
      }
    }
  }

  private func show(_ text: Inline) {
    _ = StandardStream.error.write(words.text(text) + "\n")
  }
}
