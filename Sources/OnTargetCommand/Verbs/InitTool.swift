import Answers
import ArgumentParser
import CareerAnswers
import Findings
import MarketAnswers
import PayPlans
import PlanFiles
import Reporting

/// `ontarget init`.
struct InitTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a file: a plan or an offer from its letter, a table, a ladder, a recipe.",
    subcommands: [
      InitPlan.self, InitOffer.self, InitRoster.self, InitDeals.self, InitLadder.self,
      InitReport.self,
    ])
}

/// A verb that begins a file from a template.
protocol InitVerb: Act {
  /// What it begins.
  static var kind: StartingKind { get }
  /// The path of the file.
  var path: String? { get }
  /// The template that was asked for.
  var template: String? { get }
  /// Where the datasets are.
  var datasets: DatasetOptions { get }
}

extension InitVerb {
  /// The text of the template that was asked for; the first one where none was.
  func templateFile() throws(InputFailure) -> StartingFile {
    let folder = try datasets.directory()
    let template: StartingTemplate
    if let name = self.template {
      template = try .named(name, of: Self.kind.rawValue, in: folder)
    } else if let first = try StartingTemplate.all(of: Self.kind.rawValue, in: folder).first {
      template = first
    } else {
      template = try .named("", of: Self.kind.rawValue, in: folder)
    }
    return try StartingFile(kind: Self.kind, template: template)
  }

  func respond(to call: Call) throws -> Response {
    try refuseOutputAsFile()
    return try templateFile().begin(at: path)
  }

  /// Refuses an output that would be taken for the file that is begun, and has what is said about it.
  func refuseOutputAsFile() throws {
    guard path == nil, let output = output.path,
      output.hasSuffix(".yaml") || output.hasSuffix(".yml")
    else { return }
    throw ValidationError(
      "--output has what is said about the file; to begin \(output) itself, write ontarget init \(Self.kind.rawValue) \(output)"
    )
  }
}

/// A verb that begins a file from the terms of a letter too.
protocol TermsVerb: InitVerb {
  /// The terms.
  var terms: TermOptions { get }

  /// The first thing that is said of the file itself; nil where a template or questions are to say it.
  var firstGiven: Parameter? { get }

  /// Returns the lines for terms.
  func lines(of terms: TermOptions) throws(InputFailure) -> [StartingFile.Line]

  /// Reads the text of such a file.
  static func read(_ text: String, file: String) throws(InputFailure) -> FindingLog
}

extension TermsVerb {
  func respond(to call: Call) throws -> Response {
    try refuseOutputAsFile()
    if template != nil {
      guard let given = firstGiven else { return try templateFile().begin(at: path) }
      throw InputFailure(
        given, "question.together", "a template has terms of its own",
        remedy: "leave out \(.parameter(.template)), or change the file after it is written")
    }
    if datasets.folder != nil, firstGiven != nil {
      throw InputFailure(
        .datasets, "question.together", "templates are in it, and none is asked for",
        remedy: "leave it out")
    }
    var terms = terms
    if firstGiven == nil {
      guard let questionnaire = Questionnaire(in: output.language) else {
        let templates = try StartingTemplate.all(
          of: Self.kind.rawValue, in: datasets.directory())
        throw InputFailure(
          .template, "question.missing", "nothing says what the file is to hold",
          remedy: """
            name a template (\(templates.map(\.name).joined(separator: ", "))), or terms such as \
            \(.parameter(.base, "60000")) \(.parameter(.variable, "60000")) \(.parameter(.quota, "600000"))
            """)
      }
      try questionnaire.ask(&terms) { terms, parameter in
        do throws(InputFailure) {
          _ = try checked(terms)
          return nil
        } catch {
          return error.log.findings.first { $0.subject == .parameter(parameter) }
        }
      }
    }
    try terms.refuseLoose()
    let (lines, findings) = try checked(terms)
    let file = StartingFile(
      kind: Self.kind, lines: lines, origin: "It says the terms that were given.")
    return try file.begin(at: path, findings: findings)
  }

  /// The lines for terms, and what is noticed in them.
  ///
  /// - Throws: `.usage` for what is wrong, about the term that says it where one line is to blame.
  private func checked(
    _ terms: TermOptions
  ) throws(InputFailure) -> (lines: [StartingFile.Line], findings: FindingLog) {
    let lines = try lines(of: terms)
    let text = lines.map { $0.text + "\n" }.joined()
    do throws(InputFailure) {
      return (lines, try Self.read(text, file: path ?? Self.kind.standardPath))
    } catch {
      throw InputFailure(
        .usage,
        error.log.mapping { finding in
          guard let line = finding.place?.line, lines.indices.contains(line - 1),
            let parameter = lines[line - 1].parameter
          else { return finding }
          var finding = finding
          (finding.subject, finding.excerpt) = (.parameter(parameter), nil)
          return finding
        })
    }
  }
}

/// `ontarget init plan`.
struct InitPlan: TermsVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "plan",
    abstract: "Begin a pay plan: from a role's template, from a letter's terms, or by questions.",
    discussion: """
      On a terminal it asks for the terms when none are given. What a letter does not say stands in the file as \
      a comment. A file that is there is never overwritten.

      Templates: saas-ae, saas-ae-handbook, new-hire, sdr, account-manager, sales-engineer, manager, \
      securities, wealth-adviser, advertising, hardware, field-sales, retail, agent.

      Examples:
        ontarget init plan --template saas-ae
        ontarget init plan my-plan.yaml --base 60000 --variable 60000 \\
          --quota "150k per quarter" --accelerators 100%=1.5x,150%=2x
        ontarget init plan letter.yaml --ote 120000 --mix 50/50 --quota 600000 \\
          --rate 10% --accelerators 100%=15% --draw 3000 --draw-months 6 \\
          --draw-kind non-recoverable --ramp 25%,50%,75% --clawback "6 months"
        ontarget init plan - --template sdr
      """)

  static var kind: StartingKind { .plan }

  @Argument(help: ArgumentHelp("The file (default: plan.yaml); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The role whose sample plan it begins as.", valueName: "role"))
  var template: String?

  @OptionGroup(title: "Terms") var terms: TermOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var firstGiven: Parameter? { terms.firstGiven }

  func lines(of terms: TermOptions) throws(InputFailure) -> [StartingFile.Line] {
    try TermWriter.plan(terms)
  }

  static func read(_ text: String, file: String) throws(InputFailure) -> FindingLog {
    try Plan.read(yaml: text, file: file).findings
  }
}

/// `ontarget init offer`.
struct InitOffer: TermsVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "offer",
    abstract: "Begin an offer: from a template, from its letter's terms, or by questions.",
    discussion: """
      On a terminal it asks for the terms when none are given. What a letter does not say stands in the file as \
      a comment. A file that is there is never overwritten.

      Templates: account-executive.

      Examples:
        ontarget init offer --template account-executive
        ontarget init offer acme.yaml --name Acme --base 90000 --variable 60000 \\
          --quota "225k per quarter" --accelerators 100%=1.5x \\
          --sign-on 10000 --equity 15000 --location WA
      """)

  static var kind: StartingKind { .offer }

  @Argument(help: ArgumentHelp("The file (default: offer.yaml); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The sample offer that it begins as.", valueName: "role"))
  var template: String?

  @OptionGroup(title: "Terms") var terms: TermOptions

  @Option(
    help: ArgumentHelp(
      "What is paid once, on signing: 10000, or \"{amount: 10000, months: 12, pay back: all}\".",
      valueName: "amount"))
  var signOn: String?

  @Option(
    help: ArgumentHelp(
      "What vests in a year, or a grant: \"{units: 4000, price: {low: 9, high: 16}}\".",
      valueName: "amount"))
  var equity: String?

  @Option(
    help: ArgumentHelp(
      "What the employer pays in a year for health insurance and retirement.", valueName: "amount"))
  var benefits: String?

  @Option(help: ArgumentHelp("The place, for taxes and prices: WA.", valueName: "place"))
  var location: String?

  @Option(
    help: ArgumentHelp("The share of people who reach the quota: 45%.", valueName: "percentage"))
  var chanceOfQuota: String?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  private var extras: [(key: String, text: String?, parameter: Parameter, example: String)] {
    [
      ("chance of quota", chanceOfQuota, .chanceOfQuota, "43%"),
      ("sign-on", signOn, .signOn, "{amount: 10000, months: 12, pay back: all}"),
      ("equity", equity, .equity, "{value: 15000, discount: 50%}"),
      ("benefits", benefits, .benefits, "9000"), ("location", location, .location, "WA"),
    ]
  }

  var firstGiven: Parameter? {
    terms.firstGiven ?? extras.first { $0.text != nil }?.parameter
  }

  func lines(of terms: TermOptions) throws(InputFailure) -> [StartingFile.Line] {
    try TermWriter.offer(terms, extras: extras)
  }

  static func read(_ text: String, file: String) throws(InputFailure) -> FindingLog {
    try Offer.read(yaml: text, file: file).findings
  }
}

/// `ontarget init roster`.
struct InitRoster: InitVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "roster",
    abstract: "Begin a roster: the people who are paid, one row each.",
    discussion: """
      A file that is there is never overwritten.

      Templates: team.

      Example:
        ontarget init roster
      """)

  static var kind: StartingKind { .roster }

  @Argument(help: ArgumentHelp("The file (default: roster.csv); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The sample that it begins as.", valueName: "name"))
  var template: String?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions
}

/// `ontarget init deals`.
struct InitDeals: InitVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "deals",
    abstract: "Begin a table of deals, with the columns that plans look at.",
    discussion: """
      A file that is there is never overwritten.

      Templates: team.

      Example:
        ontarget init deals
      """)

  static var kind: StartingKind { .deals }

  @Argument(help: ArgumentHelp("The file (default: deals.csv); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The sample that it begins as.", valueName: "name"))
  var template: String?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions
}

/// `ontarget init ladder`.
struct InitLadder: InitVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "ladder",
    abstract: "Begin a career ladder: rungs with their pay, and the chances to climb.",
    discussion: """
      A file that is there is never overwritten.

      Templates: technology-sales.

      Example:
        ontarget init ladder
      """)

  static var kind: StartingKind { .ladder }

  @Argument(
    help: ArgumentHelp("The file (default: ladder.yaml); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The sample that it begins as.", valueName: "name"))
  var template: String?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions
}

/// `ontarget init report`.
struct InitReport: InitVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "report",
    abstract: "Begin the recipe of a report, so that others can make it again.",
    discussion: """
      A file that is there is never overwritten.

      Templates: salary, plan-review, statements, offers.

      Example:
        ontarget init report --template plan-review
      """)

  static var kind: StartingKind { .report }

  @Argument(
    help: ArgumentHelp("The file (default: report.yaml); - to print it.", valueName: "file"))
  var path: String?

  @Option(help: ArgumentHelp("The report (default: salary).", valueName: "name"))
  var template: String?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions
}
