import Khabar
import KhabarCore

extension DescriptionWords {
  /// السوق and سوقا are one word.
  public static let arabic = DescriptionWords(orthography: .arabic, article: "ال", accusative: "ا")
}
