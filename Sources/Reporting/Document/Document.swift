/// A report as a value: a title and blocks, which writers turn into Markdown, HTML or terminal text.
public struct Document: Hashable, Sendable {
  /// The title; without one, the blocks are a part to be put into another document.
  public var title: Inline?
  /// The content, from top to bottom; level 1 is left to the title.
  public var blocks: [Block]
  /// The language of the content, which decides the words that writers add of themselves.
  public var language: Language

  /// Creates a document.
  public init(title: Inline? = nil, language: Language = .english, blocks: [Block] = []) {
    self.title = title
    self.language = language
    self.blocks = blocks
  }

  /// Adds a block at the end.
  public mutating func append(_ block: Block) { blocks.append(block) }

  /// Adds the blocks of a sequence at the end.
  public mutating func append(contentsOf newBlocks: some Sequence<Block>) {
    blocks.append(contentsOf: newBlocks)
  }
}
