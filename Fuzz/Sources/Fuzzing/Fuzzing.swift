import CLibFuzzer
import Foundation

/// Hands libFuzzer a test, and what the command line asks of it.
///
/// The package manager names the entry of each program itself, so that libFuzzer's own `main`, which
/// looks for `LLVMFuzzerTestOneInput`, is linked but not entered.
public func run(_ test: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt) -> Never {
  var (count, arguments) = (CommandLine.argc, CommandLine.unsafeArgv)
  exit(LLVMFuzzerRunDriver(&count, &arguments, test))
}
