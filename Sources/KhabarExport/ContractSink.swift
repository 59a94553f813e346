/// Takes the parts of a `khabar/1` record in order and writes them in one syntax.
///
/// The contract is told once, by `ContractWriter`; a sink decides what an object, a list and a value look like. A value
/// that is absent is not told at all: sinks pass over empty strings.
protocol ContractSink: ~Copyable {
  /// Opens an object. In a list `name` is the name of one item, else that of the member.
  ///
  /// - Parameter isLeaf: the object holds plain values alone and may be written on one line.
  mutating func beginObject(_ name: StaticString, isLeaf: Bool)
  mutating func endObject()
  /// - Parameter isLeaf: the list holds plain values and may be written on one line.
  mutating func beginList(_ name: StaticString, isLeaf: Bool)
  mutating func endList()

  mutating func string(_ name: StaticString, _ value: String)
  /// Words of the document: the content of their object rather than a property of it.
  mutating func content(_ name: StaticString, _ value: ArraySlice<UInt8>)
  /// A long text with a name of its own.
  mutating func block(_ name: StaticString, _ value: ArraySlice<UInt8>)
  mutating func integer(_ name: StaticString, _ value: Int)
  mutating func number(_ name: StaticString, _ value: Double)
  /// An item of a list of strings.
  mutating func item(_ name: StaticString, _ value: String)
}

extension ContractSink where Self: ~Copyable {
  mutating func beginList(_ name: StaticString) { beginList(name, isLeaf: false) }

  mutating func string(_ name: StaticString, _ value: String?) {
    if let value { string(name, value) }
  }
}
