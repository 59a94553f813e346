import KhabarCore
import KhabarXML

/// How the documents of a batch are read.
public struct ReadingOptions: Sendable {
  /// The format of all input, over what file names say.
  public var format: InputFormat?
  /// The date of all documents, over what their metadata says.
  public var date: CivilDate?
  /// Where records keep their text, title and so on.
  public var fields: FieldMapping
  /// Files of folders that count.
  public var files: FileFilter
  /// What one document may cost.
  public var limits: DocumentLimits
  /// The id of the documents to process, others being passed over; nil for all.
  public var id: String?

  public init(
    format: InputFormat? = nil, date: CivilDate? = nil, fields: FieldMapping = FieldMapping(),
    files: FileFilter = FileFilter(), limits: DocumentLimits = DocumentLimits(), id: String? = nil
  ) {
    self.format = format
    self.date = date
    self.fields = fields
    self.files = files
    self.limits = limits
    self.id = id
  }
}

extension ReadingOptions {
  /// What decides on the documents that are read, for people: two runs with the same settings read the same.
  var settings: [String: String] {
    let paths = fields.paths.map { field, paths in field.rawValue + "=" + paths.joined(separator: "|") }
    return [
      "input format": format?.rawValue ?? "by name",
      "date": date?.description ?? "none",
      "mapping of fields": paths.sorted().joined(separator: " "),
      "id": id ?? "none",
      "limit": "\(limits.bytes) bytes, \(limits.seconds) seconds",
      "choice of files": "\(files.included) \(files.excluded)",
    ]
  }
}

/// What one document may cost.
public struct DocumentLimits: Sendable {
  /// Bytes of its text, as UTF-8. No article of a newspaper has a hundredth of the standard.
  public var bytes: Int
  /// Seconds from the first stage to the last.
  public var seconds: Double

  /// 16 MiB.
  public static let standardBytes = 16 << 20
  /// A minute.
  public static let standardSeconds = 60.0

  public init(bytes: Int = standardBytes, seconds: Double = standardSeconds) {
    self.bytes = bytes
    self.seconds = seconds
  }

  /// Bytes of a file that holds one document, markup and attachments with it.
  func fileBytes(_ format: InputFormat) -> Int { format == .text ? bytes * 2 : bytes * 4 }

  /// Bytes of one record of a file: a letter may be written in six, `\u0628`.
  var recordBytes: Int { bytes * 4 + 1 << 16 }
}
