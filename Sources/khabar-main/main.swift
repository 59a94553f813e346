import Foundation
import KhabarCommands
import KhabarCore

// `CommandLine.arguments` would mend names that are not UTF-8.
let arguments = (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }
exit(khabarMain(arguments.map { PathName.string([UInt8](UnsafeRawBufferPointer(start: $0, count: strlen($0)))) }))
