import Foundation
import TestSupport
import Testing

@Suite("Bundled files by name")
struct BundledFileTests {
  /// The files below `datasets`, as people who look into it see them.
  static func files() throws -> [String] {
    let folder = Checkout.root.appending(path: "datasets").path
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".csv") || $0.hasSuffix(".yaml")
    }
  }

  @Test("A name outside of the checkout is the file inside of it, with its ending and without")
  func sameAnswer() throws {
    let folder = try ScratchFolder()
    let path = try Executable.run(["simulate", "datasets/plans/cliff.yaml", "--format", "csv"])
    for name in ["ontarget:plans/cliff", "ontarget:plans/cliff.yaml"] {
      let named = try Executable.run(["simulate", name, "--format", "csv"], in: folder.url)
      #expect(named.status == 0, "\(named.errors)")
      #expect(named.output == path.output)
    }
  }

  @Test("A name may be the value of an option, or a part of it")
  func options() throws {
    let folder = try ScratchFolder()
    for arguments in [
      [
        "pay", "ontarget:plans/marginal-accelerators", "ontarget:deals/team-2021",
        "--roster=ontarget:deals/team-2021-roster", "--rates", "ontarget:deals/team-2021-rates",
      ],
      [
        "simulate", "ontarget:plans/cliff", "--trials", "20", "--model",
        "empirical:ontarget:examples/attainment-history",
      ],
    ] {
      let result = try Executable.run(arguments, in: folder.url)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test("A recipe may name them too")
  func recipe() throws {
    let folder = try ScratchFolder()
    let recipe = try folder.write(
      "report: plan-review\nplan: ontarget:plans/cliff\ntrials: 20\n", to: "review.yaml")
    let result = try Executable.run(["report", recipe], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(
    "A slip is answered with the name that was meant",
    arguments: [
      ("plans/clif", "did you mean \"ontarget:plans/cliff\"?"),
      ("cliff.yaml", "did you mean \"ontarget:plans/cliff\"?"),
      ("ladders", "in ontarget:ladders/ there are technology-sales"),
      ("", "ontarget datasets lists them"),
    ])
  func slips(name: String, remedy: String) throws {
    let result = try Executable.run(["check", "ontarget:\(name)"])
    #expect(result.status == 66)
    #expect(result.errors.contains("ontarget:\(name): error: there is no bundled file"))
    #expect(result.errors.contains(remedy), "\(result.errors)")
  }

  @Test("No two files differ in their endings alone")
  func endings() throws {
    let names = try Self.files().map {
      $0.prefix { $0 != "." } + $0.split(separator: ".").dropFirst().dropLast().joined()
    }
    #expect(Set(names).count == names.count)
  }

  @Test("The list names every sample")
  func list() throws {
    let result = try Executable.run(["datasets", "--format", "csv", "--table", "samples"])
    let names = result.output.split(separator: "\n").dropFirst()
    #expect(names.count == (try Self.files().count { $0.contains("/") }))
    #expect(names.contains("ontarget:plans/cliff"))
  }
}
