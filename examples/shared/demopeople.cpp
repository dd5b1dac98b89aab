// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "demopeople.h"

#include <array>

// clang-format off
static constexpr auto people = std::to_array<DemoPerson>({
    {u"amelie", u"Amélie Fournier", u"Friends", u"Laptop,Phone", u"fr"},
    {u"bjorn", u"Björn Åkesson", u"Friends", u"Desktop", u"en"},
    {u"chiara", u"Chiara D’Angelo", u"Friends,Choir", u"Phone", u"it"},
    {u"dimitra", u"Δήμητρα Παπαδοπούλου", u"Friends", u"Laptop", u"el"},
    {u"fatima", u"فاطمة الزهراء", u"Friends", u"Phone,Tablet", u"ar"},
    {u"hannah", u"Hannah Weiß", u"Friends", u"Phone", u"de"},
    {u"inigo", u"Íñigo Etxeberria", u"Friends", u"Laptop,Phone,Watch", u"es"},
    {u"kwame", u"Kwame Mensah", u"Friends", u"Phone", u"en"},
    {u"linh", u"Nguyễn Thùy Linh", u"Friends", u"Laptop", u"en"},
    {u"omar", u"عمر حدّاد", u"Friends", u"Phone", u"ar"},
    {u"zofia", u"Zofia Wójcik", u"Friends,Choir", u"Phone", u"en"},

    {u"grandpa", u"Grandpa Joe", u"Family", u"", u"en"},
    {u"mum", u"Mum", u"Family", u"Tablet,Phone", u"en"},
    {u"lucia", u"Lucía", u"Family", u"Phone", u"es"},
    {u"matteo", u"Matteo", u"Family", u"Console", u"it"},
    {u"sofie", u"Aunt Sofie", u"Family", u"Desktop", u"de"},
    {u"theo", u"Théo", u"Family", u"Phone", u"fr"},

    {u"aiko", u"佐藤 愛子", u"Work", u"Workstation,Phone", u"ja", u"Satō Aiko"},
    {u"anjali", u"Anjali Raman", u"Work", u"Workstation,Phone", u"en"},
    {u"daniel", u"Daniel O’Connor", u"Work", u"Laptop", u"en"},
    {u"elif", u"Elif Yıldırım", u"Work", u"Laptop,Phone", u"en"},
    {u"ivan", u"Иван Кузнецов", u"Work", u"Workstation", u"ru"},
    {u"jiho", u"김지호", u"Work", u"Laptop", u"ko", u"Kim Ji-ho"},
    {u"lena", u"Lena Schröder", u"Work", u"Workstation,Phone", u"de"},
    {u"marcus", u"Marcus Bell", u"Work", u"Workstation", u"en"},
    {u"noor", u"Noor van den Berg", u"Work", u"Laptop", u"en"},
    {u"olena", u"Олена Шевченко", u"Work", u"Laptop,Phone,Tablet", u"ru"},
    {u"pedro", u"Pedro Gonçalves", u"Work", u"Laptop", u"es"},
    {u"support", u"Support desk", u"Work", u"Desk 1,Desk 2,Desk 3", u"en"},
    {u"tal", u"טל לוי", u"Work", u"Phone", u"en"},
    {u"xiaoming", u"王小明", u"Work", u"Workstation,Phone", u"zh", u"Wang Xiaoming"},

    {u"baker", u"Bakery on the corner", u"Neighbours", u"Till", u"en"},
    {u"giorgi", u"გიორგი ბერიძე", u"Neighbours", u"Phone", u"en"},
    {u"ingrid", u"Ingrid Sørensen", u"Neighbours", u"Tablet", u"en"},
    {u"karim", u"Karim Benali", u"Neighbours", u"Phone", u"fr"},
    {u"petrosyan", u"Անի Պետրոսյան", u"Neighbours", u"Laptop", u"en"},
    {u"rosa", u"Rosa Jiménez", u"Neighbours", u"", u"es"},

    {u"conductor", u"Ève Lambert", u"Choir", u"Phone", u"fr"},
    {u"wilhelm", u"Wilhelm Groß", u"Choir", u"Desktop", u"de"},
    {u"yara", u"يارا سليمان", u"Choir", u"", u"ar"},

    {u"printer", u"", u"", u"Office", u"en"},
});

static constexpr auto moods = std::to_array<DemoMood>({
    {u"en", QXmppPresence::Online, u""},
    {u"en", QXmppPresence::Online, u"Working from home today"},
    {u"en", QXmppPresence::Online, u"Back at my desk"},
    {u"en", QXmppPresence::Chat, u"Bored – write to me!"},
    {u"en", QXmppPresence::Away, u"Making tea"},
    {u"en", QXmppPresence::Away, u""},
    {u"en", QXmppPresence::XA, u"On a boat until Monday, and with no more of a signal than the gulls have"},
    {u"en", QXmppPresence::DND, u"In a meeting"},
    {u"de", QXmppPresence::Online, u"Wieder im Büro"},
    {u"de", QXmppPresence::Chat, u"Hat jemand Lust auf Kaffee?"},
    {u"de", QXmppPresence::Away, u"Gleich zurück"},
    {u"de", QXmppPresence::DND, u"Bitte nicht stören, Generalprobe"},
    {u"fr", QXmppPresence::Online, u"De retour à Montréal"},
    {u"fr", QXmppPresence::Chat, u"Qui vient au cinéma ce soir ?"},
    {u"fr", QXmppPresence::Away, u"À table"},
    {u"fr", QXmppPresence::XA, u"En congé jusqu’à lundi"},
    {u"es", QXmppPresence::Online, u"¡Por fin viernes!"},
    {u"es", QXmppPresence::Away, u"Siesta"},
    {u"es", QXmppPresence::DND, u"En una reunión"},
    {u"it", QXmppPresence::Online, u"Oggi si canta"},
    {u"it", QXmppPresence::Away, u"In treno"},
    {u"it", QXmppPresence::DND, u"Partita in corso"},
    {u"el", QXmppPresence::Online, u"Καλημέρα!"},
    {u"el", QXmppPresence::Away, u"Στη θάλασσα"},
    {u"ar", QXmppPresence::Online, u"صباح الخير"},
    {u"ar", QXmppPresence::Away, u"سأعود بعد قليل"},
    {u"ar", QXmppPresence::DND, u"في اجتماع"},
    {u"ru", QXmppPresence::Online, u"На связи"},
    {u"ru", QXmppPresence::Away, u"Обед"},
    {u"ru", QXmppPresence::DND, u"Не беспокоить"},
    {u"ja", QXmppPresence::Online, u"在宅勤務中"},
    {u"ja", QXmppPresence::DND, u"会議中"},
    {u"zh", QXmppPresence::Online, u"在线"},
    {u"zh", QXmppPresence::Away, u"午休"},
    {u"ko", QXmppPresence::Online, u"재택근무 중"},
    {u"ko", QXmppPresence::Away, u"점심시간"},
});
// clang-format on

std::span<const DemoPerson> demoPeople()
{
    return people;
}

std::span<const DemoMood> demoMoods()
{
    return moods;
}
