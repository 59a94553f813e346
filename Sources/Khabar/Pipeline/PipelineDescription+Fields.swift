import KhabarCore
import KhabarXML

extension PipelineDescription {
  /// What keys begin with that say where records keep a field: `field.text: content.body`.
  static let fieldPrefix = "field."

  /// Where records keep their fields.
  ///
  /// - Throws: `KhabarError` P010 for a field that there is not.
  func fields() throws -> FieldMapping {
    var mapping = FieldMapping()
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) where key.hasPrefix(Self.fieldPrefix) {
      guard let field = FieldMapping.Field(rawValue: String(key.dropFirst(Self.fieldPrefix.count))) else {
        throw KhabarError(
          "P010", at: value.location, "there is no setting \"\(key)\"",
          remedy: "Known fields: \(FieldMapping.fieldNames)")
      }
      mapping.paths[field] = [value.text]
    }
    return mapping
  }
}
