import CLibXML2
import KhabarCore

/// An XPath expression, compiled.
final class XMLPath {
  private let compiled: xmlXPathCompExprPtr

  /// nil when it is none.
  init?(_ text: String) {
    // The library writes to standard error by itself about a mistake.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let compiled = xmlXPathCompile(text) else { return nil }
    self.compiled = compiled
  }

  deinit { xmlXPathFreeCompExpr(compiled) }

  /// The nodes that it leads to from one, in document order.
  func nodes(from node: xmlNodePtr, _ context: xmlXPathContextPtr) -> [xmlNodePtr] {
    xmlXPathSetContextNode(node, context)
    guard let result = xmlXPathCompiledEval(compiled, context) else { return [] }
    defer { xmlXPathFreeObject(result) }
    guard let set = result.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    xmlXPathNodeSetSort(set)
    return (0..<Int(set.pointee.nodeNr)).compactMap { table[$0] }
  }
}

extension FieldMapping {
  /// - Throws: `KhabarError` D025 for a path that is no XPath expression.
  func compiled() throws -> [Field: [XMLPath]] {
    try paths.mapValues { paths in
      try paths.map { path in
        if let compiled = XMLPath(path) { return compiled }
        throw KhabarError(
          "D025", "\"\(path)\" is no path",
          remedy: "Write an XPath expression with names alone, such as body/p or head/@date")
      }
    }
  }

  /// Checks every path.
  ///
  /// - Throws: `KhabarError` D025.
  public func check() throws {
    xmlInitParser()
    _ = try compiled()
  }
}
