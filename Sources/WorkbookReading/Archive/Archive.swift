internal import CLibZip
internal import Findings

/// A ZIP archive that is read by libzip, from wherever its bytes are.
///
/// libzip's handle belongs to one thread; each stream opens an archive of its own.
final class Archive {
  let name: String
  let limits: WorkbookLimits
  private let zip: OpaquePointer
  private let source: ArchiveSource

  init(
    _ bytes: any RandomAccessBytes, name: String, limits: WorkbookLimits
  ) throws(InputFailure) {
    self.name = name
    self.limits = limits
    let source = ArchiveSource(bytes)
    self.source = source
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // libzip gives the reference back with ZIP_SOURCE_FREE.
    let context = Unmanaged.passRetained(source)
    guard let origin = zip_source_function_create(answerArchive, context.toOpaque(), &error) else {
      context.release()
      throw WorkbookFault.broken(name, Self.reason(&error))
    }
    guard let zip = zip_open_from_source(origin, ZIP_RDONLY, &error) else {
      zip_source_free(origin)
      throw source.failure ?? WorkbookFault.broken(name, Self.reason(&error))
    }
    self.zip = zip
  }

  deinit { zip_discard(zip) }

  private static func reason(_ error: inout zip_error_t) -> Inline {
    Inline(String(cString: zip_error_strerror(&error)))
  }

  /// Whether the archive has a part.
  func has(_ path: String) -> Bool { index(of: path) != nil }

  private func index(of path: String) -> zip_uint64_t? {
    // Names differ in case between relationships and archives of some programs.
    for flags in [0, zip_flags_t(ZIP_FL_NOCASE)] {
      let index = zip_name_locate(zip, path, flags)
      if index >= 0 { return zip_uint64_t(index) }
    }
    return nil
  }

  /// Opens a part for reading that another part leads to; it may have so many plain bytes at most.
  ///
  /// - Throws: `.badData` when it is not there, because the numbers of a workbook without its styles,
  ///   or without its texts, would be others.
  func neededPart(_ path: String, limit: Int) throws(InputFailure) -> ArchivePart {
    guard let part = try part(path, limit: limit) else {
      throw WorkbookFault.broken(name, "the archive has no \(path)")
    }
    return part
  }

  /// Opens a part for reading; nil when there is none.
  func part(_ path: String, limit: Int) throws(InputFailure) -> ArchivePart? {
    guard let index = index(of: path) else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(zip, index, 0, &status) == 0 else { throw failure(path) }
    if status.encryption_method != ZIP_EM_NONE { throw WorkbookFault.encrypted(name) }
    guard let file = zip_fopen_index(zip, index, 0) else { throw failure(path) }
    return ArchivePart(
      self, file, path: path, storedBytes: Int(clamping: status.comp_size), limit: limit)
  }

  private func failure(_ path: String) -> InputFailure {
    source.failure
      ?? WorkbookFault.broken(name, "\(path): \(String(cString: zip_strerror(zip)))")
  }

  /// What stopped the reading of the archive itself, if anything did.
  var sourceFailure: InputFailure? { source.failure }
}

/// The plain bytes of a part of an archive.
final class ArchivePart {
  private let archive: Archive
  private let file: OpaquePointer
  private let path: String
  private let storedBytes: Int
  private let limit: Int
  private var count = 0

  init(_ archive: Archive, _ file: OpaquePointer, path: String, storedBytes: Int, limit: Int) {
    self.archive = archive
    self.file = file
    self.path = path
    self.storedBytes = storedBytes
    self.limit = limit
  }

  deinit { zip_fclose(file) }

  /// Reads the next bytes, and returns how many; 0 only at the end.
  ///
  /// What is written in the archive about the size of a part is not believed: the bytes are counted.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let step = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
    guard step >= 0 else {
      throw archive.sourceFailure
        ?? WorkbookFault.broken(
          archive.name, "\(path): \(String(cString: zip_file_strerror(file)))")
    }
    count += step
    let place = Place(file: archive.name)
    let limits = archive.limits
    if count > limit { throw WorkbookFault.tooLarge(place, "\(path) has over \(limit) bytes") }
    if count > limits.ratioCountsFrom, count / limits.ratio > storedBytes {
      throw WorkbookFault.tooLarge(
        place, "\(path) is over \(limits.ratio) times as large as it is stored")
    }
    return step
  }
}

/// Answers libzip's questions for bytes.
private final class ArchiveSource {
  let bytes: any RandomAccessBytes
  var offset = 0
  var failure: InputFailure?
  // libzip asks for it by its address.
  let error: UnsafeMutablePointer<zip_error_t>

  init(_ bytes: any RandomAccessBytes) {
    self.bytes = bytes
    error = .allocate(capacity: 1)
    error.initialize(to: zip_error_t())
    zip_error_init(error)
  }

  deinit {
    zip_error_fini(error)
    error.deallocate()
  }

  func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      offset = 0
      return 0
    case ZIP_SOURCE_READ:
      let buffer = UnsafeMutableRawBufferPointer(start: data, count: Int(clamping: length))
      do throws(InputFailure) {
        let count = try bytes.read(into: buffer, at: offset)
        offset += count
        return zip_int64_t(count)
      } catch {
        failure = error
        zip_error_set(self.error, ZIP_ER_READ, 0)
        return -1
      }
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      guard let status = data?.assumingMemoryBound(to: zip_stat_t.self),
        Int(clamping: length) >= MemoryLayout<zip_stat_t>.size
      else { return -1 }
      zip_stat_init(status)
      status.pointee.size = zip_uint64_t(bytes.byteCount)
      status.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(error, data, length)
    case ZIP_SOURCE_SEEK:
      guard let data else { return -1 }
      let target = zip_source_seek_compute_offset(
        zip_uint64_t(offset), zip_uint64_t(bytes.byteCount), data, length, error)
      guard target >= 0 else { return -1 }
      offset = Int(target)
      return 0
    case ZIP_SOURCE_TELL: return zip_int64_t(offset)
    case ZIP_SOURCE_SUPPORTS: return ontarget_zip_seekable()
    default:
      zip_error_set(error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }
}

private let answerArchive: zip_source_callback = { context, data, length, command in
  guard let context else { return -1 }
  let source = Unmanaged<ArchiveSource>.fromOpaque(context)
  if command == ZIP_SOURCE_FREE {
    source.release()
    return 0
  }
  return source.takeUnretainedValue().answer(command, data, length)
}
