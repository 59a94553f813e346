/// Says in words why a line is no record.
enum RecordFault {
  /// `events[2].trigger has no "start"`.
  static func description(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return "\(path(context.codingPath)) has no \"\(key.stringValue)\""
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "\(path(context.codingPath)) is no \(name(type))"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "it is not JSON" : "\(path(context.codingPath)) can't be so"
    default: return "it can't be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    var text = ""
    for key in keys {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text.isEmpty ? "the record" : text
  }

  private static func name(_ type: Any.Type) -> String {
    switch type {
    case is String.Type: "string"
    case is Int.Type: "whole number"
    case is Double.Type: "number"
    case is Bool.Type: "true or false"
    default: "\(type)".hasPrefix("Array") ? "array" : "object"
    }
  }
}
