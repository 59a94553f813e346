/// The version of Khabar. Nothing else writes it down but the changelog, which `Scripts/check` compares.
public enum KhabarVersion {
  /// The version of the program, of its command line and of the library: `major.minor.patch`.
  public static let program = "0.2.0"
  /// The version of the output contract, as records carry it: `khabar/` and the version's number.
  public static let schema = "khabar/1"
}
