/// A run of whole records at the front of a buffer.
///
/// What follows it in the buffer is the evidence for rejecting its last records, if that was needed.
struct Block {
  /// The position of the block in the file's order, from 0.
  let index: Int
  /// The line of its first byte, from 1.
  let firstLine: Int
  /// The offset after its last record.
  var end: Int
  /// Whether the file ends with it.
  let isLast: Bool
}
