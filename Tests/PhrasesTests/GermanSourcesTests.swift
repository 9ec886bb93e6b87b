import Phrases
import TestSupport
import Testing

/// The words of the sources themselves: a sentence that has no German is found without running it.
@Suite("The words of the sources")
struct GermanSourcesTests {
  /// Modules whose sentences are no phrases: vocabularies, programs of the build.
  static let others: Set<String> = ["Amounts", "OnTarget", "embed-texts"]

  /// The calls of the command whose texts are phrases; others are help of options.
  static let commandCalls: Set<String> = [
    "Finding", "InputFailure", "failure", "yaml.report", "refuse",
  ]

  /// Files with texts that are no phrases: descriptions for programmers, words that files are read by,
  /// markup.
  static let files: Set<String> = [
    "AccountPortfolio.swift", "CompoundSelling.swift", "CleaningRule.swift", "GiftQuestion.swift",
    "MissingMark.swift", "PercentileCurve.swift", "Grammar+Table.swift", "HTMLWriter.swift",
    "MarkdownWriter.swift", "StyleSheet.swift", "LanguageFile.swift", "LanguageFile+Entries.swift",
    "LanguageHead.swift", "GapRules.swift", "GiftColumns.swift", "RemarkLine.swift",
    "WrittenDay.swift",
    "Ladder+Grammar.swift", "LedgerSchema.swift",
  ]

  /// Files that write pages, where markup stands between the phrases.
  static let pages: Set<String> = [
    "CalculatorPage.swift", "CalculatorPage+Pipeline.swift", "PageFile.swift",
    "OfferPage.swift", "StatementPage.swift",
  ]

  /// Calls whose texts are no phrases: keys of a format with their help, conditions of the program,
  /// text of machines.
  static let calls: Set<String> = [
    ".init", ".measure", ".defined", "Grammar", "Grammar.Key", "Key", "Scalar", "assert",
    "precondition", "preconditionFailure", ".code", "Inline.code", ".string", "keys.key",
    "keys.required", "keys.integer",
    "offer.assume", "ask", "Parameter", "problem.contains", "Grammar.plan.schema",
    "Grammar.payrollTemplate.schema", "Grammar.costPolicy.schema", "String.fetchOne",
    "String.fetchAll", "Int.fetchOne", "Int.fetchAll",
    "Row.fetchOne", "Row.fetchAll", "Row.fetchCursor",
    "first.requireUnweighted", "second.requireUnweighted", "sample.requireUnweighted",
  ]

  struct Sentence: CustomStringConvertible {
    var file: String
    var literal: SwiftLiteral
    var description: String { "\(file):\(literal.line): \(literal.template)" }
  }

  /// The literals of three words or more that are arguments, returned or held as phrases.
  static func sentences() throws -> [Sentence] {
    var found: [Sentence] = []
    for (path, literals) in try SwiftLiteral.all() {
      let steps = path.split(separator: "/").map(String.init)
      guard let module = steps.first, let file = steps.last, !others.contains(module),
        !steps.contains("Language"), !files.contains(file)
      else { continue }
      for literal in literals where isSentence(literal.template) {
        // Markup and the policy of a page that calculates, whose words are phrases between it.
        guard !pages.contains(file) || !isMarkup(literal.template) else { continue }
        // Keys of a format stand in lists of their own; they are not sentences of three words.
        guard module != "OnTargetCommand" || commandCalls.contains(literal.call) else { continue }
        if !calls.contains(literal.call), !literal.call.hasPrefix("keys.") {
          found.append(Sentence(file: path, literal: literal))
        }
      }
    }
    return found
  }

  static func isMarkup(_ template: String) -> Bool {
    template.hasPrefix("<") || template.hasPrefix("\n<") || template.contains("-src '")
  }

  static func isSentence(_ template: String) -> Bool {
    template.split(whereSeparator: \.isWhitespace).count { word in
      zip(word, word.dropFirst()).contains {
        ("a"..."z").contains($0) && ("a"..."z").contains($1)
      }
    } > 2
  }

  /// Texts of three words that are none: keys, words of plan files, marks.
  static let exceptions: Set<String> = [
    "chance of quota", "chance of promotion", "chance to leave", "months before promotion",
    "on target earnings", "year to date", "from the first unit", "half to even",
    "price --surveys SURVEYS --matches %1", "ranges --grades GRADES --people %1",
    "quotas TOTAL --roster ROSTER --history %1",
    "ontarget explain plan", "common random numbers", "<!-- end of output -->",
    "whole number from %1 to %2", "not won: lost", "not won: open", "outside the plan's where",
    "no column %1 to be shown after %2", "cells of a sheet", "`half to even`",
    "`from the first unit`",
  ]

  @Test("Every sentence has German")
  func german() throws {
    let book = Phrasebook(.german)
    let sentences = try Self.sentences()
    // As many as there are findings and words of documents; less means that this looks at nothing.
    #expect(sentences.count > 1400)
    let unknown = sentences.filter { sentence in
      let template = sentence.literal.template
      return !Self.exceptions.contains(template)
        && !Inline.phrase(template).unknownPhrases(to: book).isEmpty
    }
    #expect(unknown.isEmpty, "\(unknown.map(\.description).joined(separator: "\n"))")
  }

  @Test("Literals are read as the compiler reads them")
  func literals() {
    let source = ##"""
      let a = "one \(f("two \(x)")) three" // "no"
      report("kind", """
        four \
        five \(y)
        six
        """, remedy: #"seven "quoted" \#(z)"#)
      let b = ["eight": g(1, "ni\u{6E}e")]
      """##
    #expect(
      SwiftLiteral.all(in: source).map(\.template).sorted() == [
        "eight", "four five %1\nsix", "kind", "nine", "one %1 three", "seven \"quoted\" %1",
        "two %1",
      ])
    #expect(SwiftLiteral.all(in: source).first { $0.template == "kind" }?.call == "report")
  }
}
