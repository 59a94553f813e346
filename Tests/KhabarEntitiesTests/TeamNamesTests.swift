import Khabar
import XCTest

/// Clubs that are named by their city, or by a word that means something else outside the report of a match.
final class TeamNamesTests: XCTestCase {
  func testCitiesThatPlay() throws {
    try check([
      // "Porto beat its guest by two goals in the first half of the match."
      ("تغلب بورتو على ضيفه بهدفين في الشوط الأول من المباراة.", ["Organization=بورتو"]),
      // "The match will be played in Porto in the quarter final of the cup": a preposition of place.
      ("تقام المباراة في بورتو ضمن ربع نهائي الكأس.", ["Place=بورتو"]),
      // One word of sport is no report of a match: "Porto opened a new stadium."
      ("افتتحت بورتو ملعبا جديدا للأطفال.", ["Place=بورتو"]),
      // A country stays a place unless a word says that it is the team.
      ("فازت اليابان في المباراة الثانية من التصفيات.", ["Place=اليابان"]),
      ("سجل مهاجم اليابان هدفا في الشوط الثاني.", ["Organization=اليابان"]),
    ])
  }

  func testClubsThatAreOrdinaryWords() throws {
    try check([
      // "Al-Ettifaq (the Agreement) of Saudi Arabia beat its guest by a goal in the league."
      ("هزم الاتفاق السعودي ضيفه بهدف في الدوري.", ["Organization=الاتفاق"]),
      // "The two sides signed the agreement."
      ("وقع الطرفان الاتفاق في الرياض.", ["Place=الرياض"]),
    ])
  }

  func testPlacesInTheNamesOfEvents() throws {
    try check([
      // "the cup of Africa", "the tournament of Wimbledon", "the agreement of Taif": the place is part of the event's
      // name.
      ("تأهل الفريق إلى كأس أفريقيا.", []),
      ("خرج اللاعب من بطولة باريس المفتوحة.", []),
      ("نص اتفاق جنيف على ذلك.", []),
      // A country concludes the agreement.
      ("نص اتفاق فرنسا على ذلك.", ["Place=فرنسا"]),
    ])
  }

  func testForeignFirmsAndClubs() throws {
    try check([
      // "Belmont Airlines said that its planes are safe."
      ("أعلنت بلمونت إيرلاينز أن طائراتها سليمة.", ["Organization=بلمونت إيرلاينز"]),
      // A first word that goes on to its town.
      ("وصل لاعبو ديبورتيفو مدريد إلى الفندق.", ["Organization=ديبورتيفو مدريد"]),
    ])
  }
}
