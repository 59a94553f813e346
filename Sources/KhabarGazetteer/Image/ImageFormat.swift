/// The layout of a compiled gazetteer: a header, then sections of fixed-size records that are used in place.
///
/// Numbers are in the byte order of the machine; the header says which, and an image of another order, version or size
/// is not opened but built anew.
enum ImageFormat {
  /// "KHABARGZ".
  static let magic: UInt64 = 0x5A47_5241_4241_484B
  /// Changes with the layout and with everything that decides what is in an image.
  static let version: UInt32 = 6
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerSize = 512
  static let alignment = 64
  /// Bits of `beginnings` for each word: one in sixteen words that begin no name is not told by it.
  static let bitsPerWord = 16

  /// The sections, in file order.
  enum Section: Int, CaseIterable {
    /// Open addressing table of words; a word's number is its slot.
    case vocabulary
    /// A set of bits by the words' hashes: set for every word that a name begins with.
    case beginnings
    /// Open addressing table of the trie's edges below the first word.
    case edges
    /// For each terminal, where its surfaces start; one more at the end.
    case terminals
    case surfaces
    case entries
    /// Open addressing table of offices.
    case offices
    /// Entries of the offices.
    case tenures
    /// The text of all lists.
    case text
    /// Types, lists and findings, serialised.
    case catalog
  }
}

/// What the header says.
struct ImageHeader {
  var magic = ImageFormat.magic
  var version = ImageFormat.version
  var byteOrder = ImageFormat.byteOrder
  var fileSize: UInt64 = 0
  var key = ImageKey()
  var bodyChecksum: UInt64 = 0
  /// Fingerprint of the lists, wherever their files are.
  var contents: UInt64 = 0
  /// Longest run of occupied slots that a lookup may cross, for each table.
  var vocabularyProbes: UInt32 = 0
  var edgeProbes: UInt32 = 0
  var officeProbes: UInt32 = 0
  var reserved: UInt32 = 0
}

/// Identifies what an image was built from.
struct ImageKey: Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// 32 hexadecimal digits.
  var name: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// A word of the vocabulary and the trie nodes that it leads to as a name's first word.
struct VocabularyRecord {
  var low: UInt64 = 0
  var high: UInt64 = 0
  /// Node and terminal of names whose first word has no article, or may go without it. 0 for none.
  var bareNode: UInt32 = 0
  var bareTerminal: UInt32 = 0
  /// Node and terminal of names whose first word is written with the article.
  var articleNode: UInt32 = 0
  var articleTerminal: UInt32 = 0
}

/// An edge of the trie.
struct EdgeRecord {
  /// `node << 32 | word`; 0 for an empty slot.
  var key: UInt64 = 0
  /// 0 when nothing follows.
  var node: UInt32 = 0
  /// 0 when no name ends here.
  var terminal: UInt32 = 0
}

/// A spelling of an entry: its name or an alias.
struct SurfaceRecord {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// Matches by its exact bytes only.
    static let exactOnly = Flags(rawValue: 1)
    static let fromUser = Flags(rawValue: 2)
    /// Its first word is written with the article.
    static let article = Flags(rawValue: 4)
  }

  var entry: UInt32
  var textOffset: UInt32
  var spelling: UInt32
  var textLength: UInt16
  var priority: Int16
  var type: UInt16
  var context: UInt8
  var flags: Flags
}

/// An entry: a row of a list.
struct EntryRecord {
  var rowOffset: UInt32
  var rowLength: UInt32
  var line: UInt32
  var list: UInt16
  var type: UInt16
  /// One more than the shipped entry whose name this one of the user's took over; 0 for none.
  var takenOver: UInt32 = 0
}

/// An office of a country and its tenures.
struct OfficeRecord {
  /// 0 for an empty slot.
  var hash: UInt64 = 0
  var start: UInt32 = 0
  var count: UInt32 = 0
}
