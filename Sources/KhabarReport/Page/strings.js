// What the interface says, in each of its languages. Words of the records themselves that have no entry are shown as they are.
const STRINGS = {
  en: {
    dir: "ltr", other: "العربية", otherCode: "ar", skip: "Skip to the content", events: "Events", timeline: "Timeline", map: "Map",
    graph: "Who met whom", documents: "Documents", counts: "Counts", filters: "Filters", search: "Search", searchHint: "name, word, document",
    type: "Type", status: "Status", person: "Participant", place: "Place", from: "From", to: "To", confidence: "Confidence at least",
    clear: "Clear all filters", theme: "Theme", auto: "as the system", light: "light", dark: "dark", shown: "{0} of {1} events",
    more: "Show {0} more", open: "Open the article", back: "Back to the events", none: "Nothing matches. Clear a filter.",
    by: "by", rule: "rule", trigger: "trigger", evidence: "evidence", when: "when", where: "where", reported: "reported",
    killed: "killed", injured: "injured", article: "Article", entities: "Names", times: "Dates", noText: "The record holds no text. Make the run with --include text to read it here.",
    noPlaces: "No place of these events has coordinates.", noDates: "None of these events has a date.", noMeetings: "No two participants are named in one of these events.",
    table: "As a table", month: "Month", day: "Day", year: "Year", number: "Number", name: "Name", together: "Together", document: "Document", date: "Date",
    source: "Source", loading: "Loading …", failed: "This part of the report can't be loaded. Keep the folder “data” beside index.html.",
    copy: "Copy a link to this view", copied: "Copied", mentions: "{0} mentions", untitled: "(no title)", value: "value", anchor: "counted from",
    times_: "mapped places: {0}; places without coordinates: {1}", actors: "Participants", sources: "Sources", places: "Places", legend: "Marks in the text",
    noEvents: "No event was found in this article.", also: "told again", any: "any",
    comma: ", ", shownHappenings: "{0} of {1} happenings", openReports: "Open the reports", articles: "articles: {0}", publishers: "sources: {0}",
    disputed: "Disputed", happening: "told in all", reports: "Reports", tolls: "Numbers by the day of their report", agreed: "What most reports say",
    reportedBy: "reported by {0}", action: "action", firstReport: "first report", lastReport: "last report",
    noDocuments: "The report holds no article. Name the records beside the joined rows to read them here.", noReports: "This happening is not in the report.",
  },
  ar: {
    dir: "rtl", other: "English", otherCode: "en", skip: "انتقل إلى المحتوى", events: "الأحداث", timeline: "الخط الزمني", map: "الخريطة",
    graph: "من مع من", documents: "الوثائق", counts: "الأعداد", filters: "التصفية", search: "بحث", searchHint: "اسم أو كلمة أو وثيقة",
    type: "النوع", status: "الحالة", person: "المشارك", place: "المكان", from: "من", to: "إلى", confidence: "الثقة لا تقل عن",
    clear: "إلغاء التصفية كلها", theme: "المظهر", auto: "كالنظام", light: "فاتح", dark: "داكن", shown: "{0} من {1} من الأحداث",
    more: "عرض {0} أخرى", open: "افتح المقال", back: "العودة إلى الأحداث", none: "لا نتائج. ألغ بعض التصفية.",
    by: "بوصفه", rule: "القاعدة", trigger: "الكلمة الدالة", evidence: "الشاهد", when: "متى", where: "أين", reported: "نشر في",
    killed: "القتلى", injured: "الجرحى", article: "المقال", entities: "الأسماء", times: "التواريخ", noText: "لا يحوي السجل النص. شغّل الأمر مع ‎--include text‎ لقراءته هنا.",
    noPlaces: "لا إحداثيات لأماكن هذه الأحداث.", noDates: "لا تاريخ لأي من هذه الأحداث.", noMeetings: "لا يجمع أي من هذه الأحداث مشاركين مسمّين.",
    table: "جدول", month: "الشهر", day: "اليوم", year: "السنة", number: "العدد", name: "الاسم", together: "معا", document: "الوثيقة", date: "التاريخ",
    source: "المصدر", loading: "جار التحميل …", failed: "تعذر تحميل هذا الجزء. أبق المجلد data إلى جانب index.html.",
    copy: "انسخ رابط هذا العرض", copied: "نُسخ", mentions: "عدد الذكر: {0}", untitled: "(بلا عنوان)", value: "القيمة", anchor: "محسوب من",
    times_: "أماكن على الخريطة: {0}، بلا إحداثيات: {1}", actors: "المشاركون", sources: "المصادر", places: "الأماكن", legend: "العلامات في النص",
    noEvents: "لم يُعثر على حدث في هذا المقال.", also: "ورد أيضا", any: "الكل",
    comma: "، ", shownHappenings: "{0} من {1} من الوقائع", openReports: "افتح التقارير", articles: "المقالات: {0}", publishers: "المصادر: {0}",
    disputed: "مختلف عليه", happening: "مجمل ما ورد", reports: "التقارير", tolls: "الأعداد بحسب يوم نشرها", agreed: "ما يقوله أكثر التقارير",
    reportedBy: "عدد من ذكره: {0}", action: "الفعل", firstReport: "أول تقرير", lastReport: "آخر تقرير",
    noDocuments: "لا مقالات في هذا العرض. اذكر السجلات إلى جانب الوقائع لقراءتها هنا.", noReports: "هذه الواقعة ليست في هذا العرض.",
  },
};

// Event types, roles, statuses and entity types by their names in records.
const NAMES = {
  en: {
    PhoneCall: "Phone call", ForceMovement: "Force movement", party: "party", against: "against",
  },
  ar: {
    Meeting: "لقاء", PhoneCall: "اتصال هاتفي", Visit: "زيارة", Agreement: "اتفاق", Statement: "تصريح", Appointment: "تعيين",
    Attack: "هجوم", ForceMovement: "تحرك قوات", Protest: "احتجاج", Arrest: "اعتقال", Verdict: "حكم", Aid: "مساعدة", Sanction: "عقوبة",
    Accusation: "اتهام", Request: "مطالبة", Rejection: "رفض", Threat: "تهديد", Support: "تأييد",
    occurred: "وقع", ongoing: "جار", planned: "مقرر", cancelled: "ملغى", denied: "منفي",
    party: "طرف", attendee: "حاضر", visitor: "زائر", host: "مضيف", attacker: "مهاجم", target: "هدف", person: "شخص", office: "منصب",
    organization: "جهة", speaker: "متحدث", addressee: "مخاطب", force: "قوة", protester: "محتج", against: "ضد", arrester: "جهة الاعتقال",
    court: "محكمة", defendant: "متهم", giver: "مانح", recipient: "متلق", imposer: "فارض العقوبة",
    Person: "شخص", Organization: "جهة", Place: "مكان", Nationality: "جنسية", Office: "منصب",
    subject: "الفاعل", clause: "الجملة نفسها", dateline: "سطر المكان", pattern: "النمط", object: "المفعول", complement: "المضاف إليه", understood: "مفهوم من السياق", possessor: "الضمير",
  },
};

let language = "en";

// A text of the interface, with numbers in place of {0}, {1}.
function say(key, ...values) {
  const text = STRINGS[language][key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

// A word of the records in the language of the interface.
function label(name) { return NAMES[language][name] ?? name; }
