internal import Amounts
internal import CSVReading
internal import Tables

/// How the amounts and the dates of a salary file are written, which the whole columns decide.
struct SalaryConventions: Hashable, Sendable {
  let decimal: DecimalConvention
  let dates: DateOrder

  /// Decides by what the cells say, unless a person said so.
  init(_ decimals: DecimalEvidence, _ dates: DateEvidence, _ options: SalaryReadingOptions) {
    decimal = options.decimal ?? decimals.convention
    self.dates =
      options.mapping.dates(in: .people).map { dates.order(told: $0) }
      ?? (dates.dayFirst > dates.monthFirst ? .dayFirst : .monthFirst)
  }

  /// Decides by the first rows.
  init(_ file: CSVFile, _ columns: SalaryColumns, _ options: SalaryReadingOptions) {
    var dates = DateEvidence()
    if let column = columns.texts.first(where: \.isDate) {
      for row in file.sample { WrittenDate(row[column.field])?.add(to: &dates) }
    }
    var decimals = DecimalEvidence()
    for column in columns.payColumns {
      for row in file.sample where !MissingMark.isMissing(row[column.field]) {
        decimals.add(row[column.field])
      }
    }
    self.init(decimals, dates, options)
  }
}
