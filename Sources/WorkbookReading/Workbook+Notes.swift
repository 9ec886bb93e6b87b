package import Findings

extension Workbook {
  /// What a reader of a sheet should know of it.
  ///
  /// What is merged above the row with the names of the columns is a title, and not worth a note.
  package func notes(on sheet: Sheet, _ facts: SheetFacts, headerRow: Int?) -> [Finding] {
    let place = place(of: sheet)
    var notes: [Finding] = []
    func add(
      _ kind: Finding.Kind, _ severity: Severity = .note, at place: Place, _ message: Inline,
      remedy: Inline? = nil
    ) {
      notes.append(Finding(kind, severity, at: place, message, remedy: remedy))
    }
    if let first = facts.uncomputed.first {
      add(
        "workbook.formulas", .warning, at: place.at(line: first.row, column: first.column),
        "\(facts.uncomputed.count) formulas without a value, read as empty",
        remedy: "open the workbook in a spreadsheet and save it, which computes them")
    } else if facts.formulas > 0, wantsComputing {
      add(
        "workbook.uncomputed", .warning, at: place,
        "the workbook wants its formulas to be computed when it is opened, so what stands for \(facts.formulas) formulas may be no result",
        remedy: "open the workbook in a spreadsheet and save it, which computes them")
    }
    if facts.hiddenRows.count > 0 {
      let filter: Inline = facts.isFiltered ? ", perhaps by its filter" : ""
      add(
        "workbook.hidden-rows", at: place.at(line: facts.hiddenRows.first),
        "\(facts.hiddenRows.count) rows are hidden\(filter), and read like the others",
        remedy: "if they are not meant, delete them or copy what is shown into a sheet of its own")
    }
    let hidden = (1...max(1, facts.columns)).filter { column in
      facts.hasData.indices.contains(column - 1) && facts.hasData[column - 1]
        && facts.hiddenColumns.contains { $0.contains(column) }
    }
    if !hidden.isEmpty {
      let letters = hidden.prefix(10).map(Place.columnName).joined(separator: ", ")
      let rest = hidden.count > 10 ? ", …" : ""
      add(
        "workbook.hidden-columns", at: place,
        "\(hidden.count) columns are hidden (\(letters)\(rest)), and read like the others"
      )
    }
    let others = sheets.filter { !$0.isVisible && $0.name != sheet.name }
    if !others.isEmpty {
      let names = others.prefix(10).map { "\"\($0.name)\"" as Inline }.joined(separator: ", ")
      add(
        "workbook.hidden-sheets", at: Place(file: name),
        "\(others.count) sheets are hidden and not read: \(names)")
    }
    if !sheet.isVisible {
      add("workbook.hidden-sheets", at: place, "the sheet is hidden, and read because it was named")
    }
    let covering = facts.merged.filter {
      $0.lastRow >= headerRow ?? 1 && $0.first.row <= facts.rows && $0.first.column <= facts.columns
    }
    if let first = covering.first?.first {
      add(
        "workbook.merged-cells", at: place.at(line: first.row, column: first.column),
        "cells are merged in \(covering.count) places; the value counts for the first of them, the others are empty",
        remedy: "where each row should have the value, unmerge the cells and fill it in")
    }
    if hasMacros {
      add(
        "workbook.macros", at: Place(file: name),
        "the workbook has macros, which are not run")
    }
    return notes
  }
}
