/// What is done about bytes that are not UTF-8.
enum InvalidUTF8Policy {
  /// Nothing: the decoder lets none through.
  case impossible
  /// The line is read as windows-1252 and counted.
  case windows1252
  /// The row is rejected, with its place, and the others are read.
  case reject
}
