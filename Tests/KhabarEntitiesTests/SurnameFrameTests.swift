import Khabar
import XCTest

/// Surnames that no list has, and unknown words that are none. The people are made up.
final class SurnameFrameTests: XCTestCase {
  /// "Explained Kh. 'Uwayda that": right behind a given name that is nothing else an unknown word is the surname, even
  /// if it begins as a verb does or ends as "my" does.
  func testUnknownWordsBehindAGivenName() throws {
    try check([
      ("وأوضح مدير المستشفى خالد عويضة أن المرضى بخير.", ["Person=خالد عويضة"]),
      ("قصفت الطائرات مكتب الشيخ محمد يزبك المسؤول في الحركة.", ["Person=محمد يزبك"]),
      ("وقال وزير الثقافة حبيب الله شهرستاني إن المعرض ناجح.", ["Person=حبيب الله شهرستاني"]),
      ("واغتيل المهندس سليم بوعزة أمام منزله.", ["Person=سليم بوعزة"]),
      ("وتغنى الشاعر محمد بمدائحه المعروفة.", ["Person=محمد"]),
      ("وقف الشاعر سالم متعانق ومتهلل أمام الجمهور.", ["Person=سالم"]),
    ])
  }

  /// "Said R. Najm that", "M. Najm, the head of the department", "A. Hizam affirmed that": what the lexicon has as
  /// another word as well stands for the surname before "that" and before an office.
  func testWordsFramedAsSurnames() throws {
    try check([
      ("وقال المدرب رائف نجم إن الفريق جاهز.", ["Person=رائف نجم"]),
      ("وأكد عدنان حزام أن الأسعار مستقرة.", ["Person=عدنان حزام"]),
      ("وقدم الدكتور ماجد نجم رئيس القسم تقريرا.", ["Person=ماجد نجم"]),
      ("وقال سالم أمس إن الأسعار مستقرة.", ["Person=سالم"]),
      ("وقال سالم مؤكدا أن الأسعار مستقرة.", ["Person=سالم"]),
      ("ويرى سالم يجب أن تنخفض الأسعار.", ["Person=سالم"]),
      ("وقدم الدكتور ماجد تقريرا إلى رئيس القسم.", ["Person=ماجد"]),
    ])
  }

  /// "Julie Weitner", "Nancy Bakir", not "and …", "with …": a first letter that only looks like a word of its own.
  func testFirstLettersOfForeignSurnames() throws {
    try check([
      ("قالت جولي وايتنر إنها سعيدة.", ["Person=جولي وايتنر"]),
      ("أكدت السفيرة نانسي باكير أهمية القرار.", ["Person=نانسي باكير"]),
      ("وصل إيلي فايسنر إلى القاهرة.", ["Person=إيلي فايسنر", "Place=القاهرة"]),
      ("حضر جاك شيراك وبلير الحفل.", ["Person=جاك شيراك", "Person=بلير"]),
      ("سجل رونالدو وبنزيما هدفين.", ["Person=رونالدو", "Person=بنزيما"]),
      ("أكدت السفيرة نانسي بحضور الوزير أهمية القرار.", ["Person=نانسي"]),
    ])
  }

  /// "Van Dierburg was hurt", "da Silva won"; "and indeed Bergmann did not come".
  func testForeignParticlesThatOpenAName() throws {
    try check([
      ("تعرض فان ديربورغ للإصابة أمس.", ["Person=فان ديربورغ"]),
      ("فاز دا سيلفا بالسباق.", ["Person=دا سيلفا"]),
      ("زار دي ميستورا دمشق أمس.", ["Person=دي ميستورا", "Place=دمشق"]),
      ("وقال إن التقرير صحيح، فان بيرغمان لم يحضر.", ["Person=بيرغمان"]),
    ])
  }

  /// "Robbie Fowler scored it": one man, where the verb has its object. "Macron met Meloni": two, and so are a
  /// foreigner and an Arab side by side.
  func testOneForeignerOrTwo() throws {
    try check([
      ("بهدف سجله روبي فاولر من ركلة جزاء.", ["Person=روبي فاولر"]),
      ("التقى ماكرون ميلوني في روما.", ["Person=ماكرون", "Person=ميلوني", "Place=روما"]),
      (
        "أكد ذلك بعدما التقى السفير أنطونيو بيكويذ عبد الأمير النعماني أمس.",
        ["Person=أنطونيو بيكويذ", "Person=عبد الأمير النعماني"]
      ),
      ("أكد ذلك السفير أنطونيو بيكويذ.", ["Person=أنطونيو بيكويذ"]),
    ])
  }

  /// "The Furqan brigade" is a group, and no Major General Furqan.
  func testGroupsThatBeginLikeATitle() throws {
    try check([
      ("اقتحم لواء الفرقان القرية أمس.", ["Organization=لواء الفرقان"]),
      ("استقبل اللواء سامي الفرقان الوزير.", ["Person=سامي الفرقان"]),
    ])
  }

  /// "President Salih pledged to": behind a verb and an office stands no other verb.
  func testNamesLikeVerbsBehindAnOffice() throws {
    try check([
      ("تعهد الرئيس صالح بالعمل على ذلك.", ["Person=صالح"]),
      ("وقال إن الرئيس صالح الأحزاب.", []),
    ])
  }

  /// "The winning of two medals by H. al-Karruj": no family is called as a dual is.
  func testDualsAreNoSurnames() throws {
    try check([
      ("تحقيق هشام الكروج ذهبيتين في السباق.", ["Person=هشام الكروج"]),
      ("وقال الدكتور توم فريدين إن الدواء آمن.", ["Person=توم فريدين"]),
      ("تحقيق هشام الكروج ميداليتين في السباق.", ["Person=هشام الكروج"]),
    ])
  }

  /// "And Henry gave the lead to his team": the verb, though a man may be called so.
  func testVerbsBeforeForeignNames() throws {
    try check([
      ("ومنح هنري التقدم لفريقه.", ["Person=هنري"]),
      ("لا يسير وراء بوش مسلوب الإرادة.", ["Person=بوش"]),
      ("وقدم البروفسور برنارد قارده محاضرة.", ["Person=برنارد قارده"]),
    ])
  }

  /// The scandal of W., the film "T. M.", the system of "software": unknown words that name no person. "The Greek coach
  /// 'G. D.'" does.
  func testUnknownWordsThatAreNoPersons() throws {
    try check([
      ("وأثارت فضيحة ووترمان جدلا.", []),
      ("ضربت العاصفة الاستوائية بيلتس الساحل.", []),
      ("شاهدنا فيلم «طرب ماشن» أمس.", []),
      ("وتشمل السوفت وير برامج كثيرة.", []),
      ("فشلت نظرية ماكسويل في تفسير ذلك.", []),
      ("قال المدرب اليوناني «جيورجيوس دونيس» ذلك.", ["Person=جيورجيوس دونيس"]),
    ])
  }

  /// A channel that is called as an island, a paper as a region: behind who speaks for it and what is said to it.
  func testChannelsCalledAsPlaces() throws {
    try check([
      ("وقال مراسل الجزيرة في بغداد إن الجيش تقدم.", ["Organization=الجزيرة", "Place=بغداد"]),
      ("وفي مقابلة خاصة مع الجزيرة قال الوزير ذلك.", ["Organization=الجزيرة"]),
      ("قال الوزير للجزيرة إن الحكومة مستعدة.", ["Organization=جزيرة"]),
      ("قالت وكالة دوغان للأنباء إن الطائرة تحطمت.", ["Organization=دوغان"]),
      ("يسعى الأبطال إلى التضحية بأرواحهم فداء للوطن.", []),
      ("ذكرت صحيفة \"الشرق الأوسط\" ذلك.", ["Organization=الشرق الأوسط"]),
      ("زار الوزير الشرق الأوسط أمس.", ["Place=الشرق الأوسط"]),
      ("قال المسؤول في تصريح له اليوم إن العمل بدأ.", []),
      ("نقلت صحيفة الوطن السعودية ذلك.", ["Organization=الوطن", "Place=السعودية"]),
    ])
  }

  /// With a punishment, or Baqubah; the nations' cup of Africa; his excellency Mr N.
  func testWordsThatAreNoPlaces() throws {
    try check([
      ("اللاعب مهدد بعقوبة أخرى.", []),
      ("وصل الوفد إلى بعقوبة أمس.", ["Place=بعقوبة"]),
      ("وفاز الفريق ببطولة أمم أفريقيا.", []),
      ("استقبل دولة السيد نبيه الحداد الوفد.", ["Person=نبيه الحداد"]),
    ])
  }

  /// Hezbollah "of Lebanon" and Total "of France" are called so without it; the European Union and the PLO with it.
  /// "This base", "the golden rule", "with enthusiasm" are no organizations, the programme "…" is a work.
  func testOrganizationsAndTheirNations() throws {
    try check([
      ("تستثمرها شركة توتال الفرنسية في البلاد.", ["Organization=توتال"]),
      ("أعلن حزب الله اللبناني ذلك.", ["Organization=حزب الله"]),
      ("أعلن الاتحاد الأوروبي ذلك.", ["Organization=الاتحاد الأوروبي"]),
      ("أعلنت منظمة التحرير الفلسطينية ذلك.", ["Organization=منظمة التحرير الفلسطينية"]),
      ("كان الانطلاق من هذه القاعدة صعبا.", []),
      ("وهذه هي القاعدة الذهبية للعمل.", []),
      ("هتف الجمهور بالحماس نفسه.", []),
      ("تبنت القاعدة الهجوم.", ["Organization=القاعدة"]),
      ("قدمت الفنانة برنامج «أصل الكلمة» أمس.", []),
    ])
  }
}
