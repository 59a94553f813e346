import Foundation
import Khabar

extension GazetteerTask {
  /// Times loading (compiling where the cache has nothing yet, then from the cache) and matching.
  func time() throws -> ExitStatus {
    let description = try description()
    let pack = try description.languagePack()
    let clock = ContinuousClock()
    func milliseconds(_ duration: Duration) -> Double {
      Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
    }
    let before = ProcessMemory.resident()
    var loads: [Double] = []
    var loaded: Gazetteer?
    for _ in 0..<settings.rounds {
      loaded = nil
      loads.append(milliseconds(try clock.measure { loaded = try load(operands, description, pack: pack).0 }))
    }
    guard let gazetteer = loaded else { return .success }
    try console.print("entries\t\(gazetteer.count)")
    try console.print("image MB\t\(Decimals.text(Double(gazetteer.byteCount) / 1e6, 1))")
    try console.print("first load ms\t\(Decimals.text(loads[0], 2))")
    try console.print("best load ms\t\(Decimals.text(loads.min() ?? 0, 2))")
    if let text = settings.text {
      let documents = try Self.documents(text)
      let tokenizer = Tokenizer(orthography: pack.orthography, words: pack.words)
      let matcher = GazetteerMatcher(gazetteer: gazetteer, words: pack.words, matches: settings.matches)
      var best = Double.infinity
      var bestFromText = Double.infinity
      var found = 0
      for _ in 0..<settings.rounds {
        found = 0
        var time = 0.0
        let roundStart = ProcessorTime.seconds()
        for document in documents {
          let tokens = try tokenizer.process(document)
          let start = ProcessorTime.seconds()
          found += try matcher.process(tokens).lookups.count
          time += ProcessorTime.seconds() - start
        }
        best = min(best, time)
        bestFromText = min(bestFromText, ProcessorTime.seconds() - roundStart)
      }
      let bytes = documents.reduce(0) { $0 + $1.text.bytes.count }
      try console.print("text MB\t\(Decimals.text(Double(bytes) / 1e6, 1))")
      try console.print("lookups\t\(found)")
      try console.print("tokenize and match MB/s\t\(Decimals.text(Double(bytes) / 1e6 / bestFromText, 1))")
      try console.print("match MB/s\t\(Decimals.text(Double(bytes) / 1e6 / best, 1))")
    }
    let after = ProcessMemory.resident()
    try console.print("resident before MB\t\(Decimals.text(before, 1))")
    try console.print("resident after MB\t\(Decimals.text(after, 1))")
    try console.print("peak MB\t\(Decimals.text(ProcessMemory.peak(), 1))")
    return .success
  }

  private static func documents(_ path: String) throws -> [CleanDocument] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw KhabarError("D001", at: SourceLocation(file: path), "the text can't be read", remedy: "Check the path")
    }
    let text = Array(String(decoding: data, as: UTF8.self).utf8)
    return text.split(separator: 0x0A).map { line in
      let bytes = Array(line)
      return CleanDocument(
        raw: RawDocument(info: DocumentInfo(id: ""), bytes: bytes), text: AlignedText(identity: bytes))
    }
  }
}

/// Time that this thread has used: what other programs take does not count.
enum ProcessorTime {
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Memory of this process as Linux counts it, in MB.
enum ProcessMemory {
  static func resident() -> Double { value("VmRSS:") }
  static func peak() -> Double { value("VmHWM:") }

  private static func value(_ key: String) -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
    for line in status.split(separator: "\n") where line.hasPrefix(key) {
      let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
      return (number ?? 0) * 1024 / 1e6
    }
    return 0
  }
}
