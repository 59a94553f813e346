import CLibXML2
import Foundation
import KhabarCore

/// An XML Schema (XSD 1.0) that documents are checked against.
///
/// Reads nothing but the schema's own file: no network, no external entities.
public struct XMLSchema: Sendable {
  private let file: String

  /// - Parameter file: path of the schema.
  public init(file: String) { self.file = file }

  /// What is wrong with an XML document, in the order it was found; nothing when it is valid.
  ///
  /// - Throws: `KhabarError` X001 when the schema itself can't be used.
  public func problems(of document: [UInt8], named name: String = "document.xml") throws -> [Diagnostic] {
    xmlInitParser()
    let findings = Findings(file: name)
    // libxml2 writes to standard error by itself about a file that it can't open.
    guard access(file, R_OK) == 0 else { throw unusable(findings) }
    guard let parser = xmlSchemaNewParserCtxt(file) else { throw unusable(findings) }
    defer { xmlSchemaFreeParserCtxt(parser) }
    xmlSchemaSetParserStructuredErrors(parser, { Findings.receive($0, $1) }, findings.pointer)
    guard let schema = xmlSchemaParse(parser) else { throw unusable(findings) }
    defer { xmlSchemaFree(schema) }

    guard let context = xmlSchemaNewValidCtxt(schema), let reader = xmlNewParserCtxt() else { throw unusable(findings) }
    defer {
      xmlSchemaFreeValidCtxt(context)
      xmlFreeParserCtxt(reader)
    }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let tree = document.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        reader, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), name, nil, options
      )
    }
    guard let tree else {
      findings.add(xmlCtxtGetLastError(reader).map { ($0.pointee.line, $0.pointee.message) })
      return findings.diagnostics
    }
    defer { xmlFreeDoc(tree) }
    xmlSchemaSetValidStructuredErrors(context, { Findings.receive($0, $1) }, findings.pointer)
    if xmlSchemaValidateDoc(context, tree) != 0, findings.diagnostics.isEmpty { findings.add(nil) }
    return findings.diagnostics
  }

  private func unusable(_ findings: Findings) -> KhabarError {
    KhabarError(
      "X001", at: SourceLocation(file: file),
      "the schema can't be used: \(findings.diagnostics.first?.message ?? "it can't be read")")
  }
}

/// Gathers libxml2's findings through its callback.
private final class Findings {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// Itself as user data of a callback; valid as long as it lives.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func receive(_ context: UnsafeMutableRawPointer?, _ error: UnsafePointer<xmlError>?) {
    guard let context, let error else { return }
    Unmanaged<Findings>.fromOpaque(context).takeUnretainedValue().add((error.pointee.line, error.pointee.message))
  }

  func add(_ error: (line: Int32, message: UnsafeMutablePointer<CChar>?)?) {
    var message = error?.message.map { String(cString: $0) } ?? "it is not valid"
    while message.last?.isWhitespace == true || message.last == "." { message.removeLast() }
    let line = error.flatMap { $0.line > 0 ? Int($0.line) : nil }
    diagnostics.append(Diagnostic(.error, "X002", at: SourceLocation(file: file, line: line), message))
  }
}
