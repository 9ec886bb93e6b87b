internal import Calculator

// What the page of a statement calls, besides page_room and page_language; an engine of its own is linked of
// these, without what other pages calculate.

nonisolated(unsafe) private var trial: StatementTrial?

/// Takes what one person's statement is made of; -1 when the bytes are none.
@_cdecl("statement_load") public func loadStatement(_ count: Int32) -> Int32 {
  trial = StatementTrial(Array(buffer.prefix(Int(max(count, 0)))), language)
  return trial == nil ? -1 : 0
}

/// Answers a state of the controls with what is shown, as JSON in the buffer; how many bytes.
@_cdecl("statement_show") public func showStatement(_ count: Int32) -> Int32 {
  reply(trial?.view(of: state(count)) ?? "{}\n")
}
