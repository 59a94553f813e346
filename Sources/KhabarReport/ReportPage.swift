/// The report's page: the parts below `Page`, put into one file.
struct ReportPage {
  let title: String
  /// Script elements with the data.
  let data: [[UInt8]]

  var bytes: [UInt8] {
    var output: [UInt8] = []
    var rest = PackageResources.report_html[...]
    // What stands between {{ and }} is replaced.
    while let start = Self.index(of: "{{", in: rest), let end = Self.index(of: "}}", in: rest[start...]) {
      output += rest[..<start]
      switch String(decoding: rest[(start + 2)..<end], as: UTF8.self) {
      case "title": output += Array(Self.escaped(title).utf8)
      case "style": output += PackageResources.report_css
      case "script": output += Self.script
      case "data": for script in data { output += script }
      default: output += rest[start..<(end + 2)]
      }
      rest = rest[(end + 2)...]
    }
    return output + rest
  }

  /// In the order in which one needs the other.
  private static var script: [UInt8] {
    PackageResources.strings_js + PackageResources.dom_js + PackageResources.outlines_js + PackageResources.data_js
      + PackageResources.state_js + PackageResources.filters_js + PackageResources.list_js
      + PackageResources.timeline_js
      + PackageResources.map_js + PackageResources.graph_js + PackageResources.article_js
      + PackageResources.happening_js
      + PackageResources.app_js
  }

  private static func index(of mark: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = mark.withUTF8Buffer { Array($0) }
    guard bytes.count >= mark.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).first {
      bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      default: output.append(character)
      }
    }
    return output
  }
}
