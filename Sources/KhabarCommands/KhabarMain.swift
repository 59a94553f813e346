import Khabar

/// The program behind `khabar`: picks the command and runs it.
public nonisolated func khabarMain(_ arguments: [String]) -> Int32 {
  print("khabar \(KhabarVersion.program)")
  return 0
}
