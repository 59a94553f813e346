import KhabarCore

/// Writes documents as TimeML 1.2.1: the text with its times (TIMEX3) and events (EVENT) in place, and a MAKEINSTANCE
/// for each event. Several documents stand under one root `TimeMLCorpus`.
public struct TimeMLExporter: DocumentExporter {
  public init() {}

  public var fileExtension: String { "tml" }

  public var framing: StreamFraming {
    StreamFraming(
      opening: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeMLCorpus>\n", separator: "",
      closing: "</TimeMLCorpus>\n")
  }

  public var singleFraming: StreamFraming {
    StreamFraming(opening: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", separator: "", closing: "")
  }

  /// An element around a stretch of the source.
  private struct Element {
    var span: TextSpan<SourceBytes>
    var name: String
    var attributes: String
  }

  public func append(_ document: AssembledDocument, to output: inout [UInt8]) {
    let reader = TableReader(document)
    var text = "<TimeML>\n<DOCID>\(Self.escaped(document.info.id))</DOCID>\n"
    if let anchor = document.resolved.anchor {
      text += "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(anchor.date)\" functionInDocument=\"CREATION_TIME\">"
      text += "\(anchor.date)</TIMEX3></DCT>\n"
    }
    text += "<TEXT>"
    output.append(contentsOf: text.utf8)
    var position = 0
    for element in elements(of: document, reader) where element.span.lowerBound >= position {
      Self.escape(reader.spans.source[position..<element.span.lowerBound], into: &output)
      output.append(contentsOf: "<\(element.name)\(element.attributes)>".utf8)
      Self.escape(reader.spans.source[element.span.range], into: &output)
      output.append(contentsOf: "</\(element.name)>".utf8)
      position = element.span.upperBound
    }
    Self.escape(reader.spans.source[position...], into: &output)
    output.append(contentsOf: "</TEXT>\n".utf8)
    for (index, event) in document.events.enumerated() { output.append(contentsOf: instance(index, event).utf8) }
    output.append(contentsOf: "</TimeML>\n".utf8)
  }

  private func elements(of document: AssembledDocument, _ reader: TableReader) -> [Element] {
    var elements = document.times.enumerated().map { index, time in
      var attributes = " tid=\"t\(index + 1)\" type=\"\(time.kind.rawValue)\" value=\"\(Self.escaped(time.value))\""
      if let modifier = time.modifier { attributes += " mod=\"\(modifier.rawValue)\"" }
      return Element(span: reader.spans.sourceSpan(of: time.span), name: "TIMEX3", attributes: attributes)
    }
    elements += document.events.enumerated().map { index, event in
      Element(
        span: reader.spans.sourceSpan(of: event.trigger), name: "EVENT",
        attributes: " eid=\"e\(index + 1)\" class=\"OCCURRENCE\"")
    }
    return elements.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
  }

  private func instance(_ index: Int, _ event: Event) -> String {
    let polarity = event.status == .denied || event.status == .cancelled ? "NEG" : "POS"
    let tense =
      switch event.status {
      case .occurred, .denied, .cancelled: "PAST"
      case .planned: "FUTURE"
      case .ongoing: "PRESENT"
      }
    var text = "<MAKEINSTANCE eiid=\"ei\(index + 1)\" eventID=\"e\(index + 1)\" pos=\"NONE\" tense=\"\(tense)\""
    text += " aspect=\"NONE\" polarity=\"\(polarity)\"/>\n"
    if let time = event.time?.reference {
      text += "<TLINK lid=\"l\(index + 1)\" relType=\"IS_INCLUDED\" eventInstanceID=\"ei\(index + 1)\""
      text += " relatedToTime=\"t\(time.int + 1)\"/>\n"
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    escape(ArraySlice(text.utf8), into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What XML can't hold becomes U+FFFD.
  private static func escape(_ text: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x26: output.append(contentsOf: "&amp;".utf8)
      case 0x3C: output.append(contentsOf: "&lt;".utf8)
      case 0x3E: output.append(contentsOf: "&gt;".utf8)
      case 0x22: output.append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A, 0x0D: output.append(byte)
      case 0..<0x20: output.append(contentsOf: "\u{FFFD}".utf8)
      default: output.append(byte)
      }
    }
  }
}
