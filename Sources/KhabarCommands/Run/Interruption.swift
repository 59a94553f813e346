import Foundation
import Khabar

/// Turns SIGINT and SIGTERM into the end of a batch: what is in hand is finished and the output is complete. A second
/// signal ends the program at once.
enum Interruption {
  /// The end of the signal's pipe, for the handler, which may do little more than write to it (signal-safety(7)).
  private nonisolated(unsafe) static var descriptor: Int32 = -1

  /// Installs the handlers; they stay until the program ends.
  static func signal() -> StopSignal {
    let stop = StopSignal()
    descriptor = stop.writeEnd
    for number in [SIGINT, SIGTERM] {
      Foundation.signal(number) { number in
        var byte: UInt8 = 1
        _ = write(Interruption.descriptor, &byte, 1)
        Foundation.signal(number, SIG_DFL)
      }
    }
    return stop
  }
}
