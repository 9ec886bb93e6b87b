extension CSVRecord {
  /// Calls a function with the bytes of all fields, one after the other with a byte between them.
  ///
  /// It is for hashing and comparing whole rows. The byte between fields is the delimiter, or zero in
  /// a row with quotes, so that two rows of the same bytes have the same fields.
  @inlinable
  public func withRowBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Int(ends[-1]) + 1
    return try body(
      UnsafeRawBufferPointer(start: fields + start, count: Int(ends[count - 1]) - start))
  }
}
