import Foundation
import KhabarCommands

exit(khabarMain(Array(CommandLine.arguments.dropFirst())))
