/// A column of text in which each distinct value is stored once, and a row holds its number.
public struct CategoryColumn: Hashable, Sendable {
  /// The distinct values; the first is the empty text, which stands for a missing value.
  public let labels: [String]
  /// For each row the position of its value in `labels`.
  public let codes: PackedColumn<UInt32>

  /// Creates a column.
  ///
  /// `labels` begins with the empty text and holds no value twice; every code is a position in it.
  public init(labels: [String], codes: PackedColumn<UInt32>) {
    precondition(labels.first?.isEmpty == true, "the first label stands for a missing value")
    self.labels = labels
    self.codes = codes
  }

  /// Creates a column from the value of each row; empty text is a missing value.
  ///
  /// - Complexity: O(n).
  public init(_ values: some Sequence<String>) {
    var labels = [""]
    var positions: [String: UInt32] = ["": 0]
    var codes = PackedColumn<UInt32>()
    for value in values {
      if let code = positions[value] {
        codes.append(code)
      } else {
        let code = UInt32(labels.count)
        positions[value] = code
        labels.append(value)
        codes.append(code)
      }
    }
    self.init(labels: labels, codes: codes)
  }

  /// The value of a row, or nil where it is missing.
  public subscript(row: Int) -> String? {
    let code = codes[row]
    return code == 0 ? nil : labels[Int(code)]
  }

  /// Returns the number of rows of each label, in the order of `labels`.
  ///
  /// - Complexity: O(n).
  public func counts() -> [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    for code in codes { counts[Int(code)] += 1 }
    return counts
  }

  /// Returns a column with each label replaced; labels that become the same are merged.
  ///
  /// The transformation is called once for each distinct value, and nil makes a value missing.
  ///
  /// - Complexity: O(n).
  public func mapLabels(_ transform: (String) -> String?) -> CategoryColumn {
    var newLabels = [""]
    var positions: [String: UInt32] = ["": 0]
    let newCodes = labels.enumerated().map { code, label -> UInt32 in
      guard code > 0, let label = transform(label) else { return 0 }
      if let position = positions[label] { return position }
      positions[label] = UInt32(newLabels.count)
      newLabels.append(label)
      return UInt32(newLabels.count - 1)
    }
    return CategoryColumn(
      labels: newLabels, codes: PackedColumn(rows: codes.count) { newCodes[Int(codes[$0])] })
  }

  /// Returns the rows at the given positions.
  func gather(_ rows: [UInt32]) -> CategoryColumn {
    CategoryColumn(
      labels: labels, codes: PackedColumn(rows: rows.count) { codes[Int(rows[$0])] })
  }
}
