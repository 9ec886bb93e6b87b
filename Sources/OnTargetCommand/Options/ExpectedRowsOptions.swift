import ArgumentParser

/// How much of a file there has to be: the end of a stream does not tell that its writer came to an end.
struct ExpectedRowsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      How many data rows the file has; with fewer or more, or without its last line end, it is refused. 0 lets \
      a file be empty.
      """, valueName: "n"))
  var expectRows: Int?

  func validate() throws {
    if let expectRows, expectRows < 0 {
      throw ValidationError("--expect-rows: a file cannot have \(expectRows) rows")
    }
  }

  /// Refuses a number that would be of several files.
  func check(_ files: [String]) throws {
    guard expectRows == nil || files.count == 1 else {
      throw ValidationError("--expect-rows is of one file; read the files one by one")
    }
  }
}
