import Foundation

/// Checks a value against the part of JSON Schema that the project's schema uses: the keywords type, const, enum,
/// pattern, minLength, minimum, maximum, minItems, items, required, properties, additionalProperties and $ref.
public struct JSONSchemaCheck {
  private let root: [String: Any]

  public init(root: [String: Any]) { self.root = root }

  /// What is wrong with a record, each with its path; nothing when it conforms.
  public func problems(of record: Any) -> [String] { problems(record, root, at: "$") }

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: [String: Any]])?[name] else { return ["\(path): no \(reference)"] }
      return problems(value, target, at: path)
    }
    var found: [String] = []
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(path): not \(constant)")
    }
    if let choices = schema["enum"] as? [String], !choices.contains(value as? String ?? "") {
      found.append("\(path): none of \(choices)")
    }
    switch schema["type"] as? String {
    case "object": found += object(value, schema, path)
    case "array":
      guard let items = value as? [Any] else { return ["\(path): not an array"] }
      if items.count < schema["minItems"] as? Int ?? 0 { found.append("\(path): too few items") }
      let item = schema["items"] as? [String: Any] ?? [:]
      for (index, one) in items.enumerated() { found += problems(one, item, at: "\(path)[\(index)]") }
    case "string":
      guard let text = value as? String else { return ["\(path): not a string"] }
      if text.count < schema["minLength"] as? Int ?? 0 { found.append("\(path): too short") }
      if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        found.append("\(path): not like \(pattern)")
      }
    case "integer", "number":
      guard let number = value as? Double else { return ["\(path): not a number"] }
      if schema["type"] as? String == "integer", number.rounded() != number { found.append("\(path): not whole") }
      if let minimum = schema["minimum"] as? Double, number < minimum { found.append("\(path): too small") }
      if let maximum = schema["maximum"] as? Double, number > maximum { found.append("\(path): too big") }
    default: break
    }
    return found
  }

  private func object(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let members = value as? [String: Any] else { return ["\(path): not an object"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found: [String] = []
    for name in schema["required"] as? [String] ?? [] where members[name] == nil { found.append("\(path): no \(name)") }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      if let property = properties[name] {
        found += problems(member, property, at: "\(path).\(name)")
      } else {
        found.append("\(path): surplus \(name)")
      }
    }
    return found
  }
}
