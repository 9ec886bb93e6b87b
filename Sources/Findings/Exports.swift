// Whoever imports findings has the phrases that they are made of.
@_exported public import Phrases
