import Answers
import ArgumentParser
import Findings
import Reports
import SalaryData

extension DataComparison {
  /// As `ontarget compare` makes it.
  static let asCompare:
    @Sendable (DataComparison, Datasets) throws(InputFailure) -> Reply<any Answer> = {
      (data, datasets) throws(InputFailure) in
      let arguments =
        data.files + (data.grouping.map { ["--by=\($0.joined(separator: ","))"] } ?? [])
        + data.conditions.map { "--where=\($0.column)\($0.comparison.rawValue)\($0.operand)" }
        + ["--datasets=\(datasets.directory)"]
      do {
        let response = try Compare.parse(arguments).respond(to: Call(arguments: arguments))
        return Reply(response.answer, inputs: response.inputs, findings: response.findings)
      } catch let failure as InputFailure {
        throw failure
      } catch {
        throw InputFailure(.data, "report.data", Inline(String(describing: error)))
      }
    }
}
