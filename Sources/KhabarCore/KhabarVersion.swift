/// The version of the program, of its command line and of the library.
public enum KhabarVersion {
  public static let program = "0.1.0"
  /// The version of the output contract.
  public static let schema = "khabar/1"
}
