#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two streams that the command prints to.
///
/// They are written as file descriptors, because the C library's `stdout` is a shared mutable variable.
enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// Writes all of a text; false when writing broke off, such as on a full disk.
  func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { UnsafeRawBufferPointer($0).write(to: rawValue) }
  }
}

extension UnsafeRawBufferPointer {
  /// Writes all bytes to a file descriptor; false when that broke off, with the cause in `errno`.
  func write(to descriptor: Int32) -> Bool {
    var rest = self
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
