<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>No answer from %1 in time</source>
        <translation>لم يرد %1 في الوقت المناسب</translation>
    </message>
    <message>
        <source>%1 refused the password</source>
        <translation>رفض %1 كلمة المرور</translation>
    </message>
    <message>
        <source>%1 answers no more</source>
        <translation>لم يعد %1 يرد</translation>
    </message>
    <message>
        <source>Lost the connection to %1: %2</source>
        <translation>انقطع الاتصال بـ %1: %2</translation>
    </message>
    <message>
        <source>Unknown host %1</source>
        <translation>مضيف غير معروف: %1</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>رفض %1 الاتصال</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2</source>
        <translation>لا اتصال موثوقًا بـ %1: %2</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>لا اتصال بـ %1: %2</translation>
    </message>
    <message>
        <source>%1 offers no TLS</source>
        <translation>لا يوفر %1 تشفير TLS</translation>
    </message>
    <message>
        <source>%1 ended the connection</source>
        <translation>أنهى %1 الاتصال</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Other password…</source>
        <translation>كلمة مرور أخرى…</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>إ&amp;عادة المحاولة</translation>
    </message>
    <message>
        <source>Other &amp;password…</source>
        <translation>&amp;كلمة مرور أخرى…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
</context>
<context>
    <name>ContactDetails</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>اختر جهة اتصال لمعرفة مكانها</translation>
    </message>
    <message>
        <source>Back to the contacts</source>
        <translation>العودة إلى جهات الاتصال</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>خامل منذ %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>المجموعات: %1</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>لم يُعثر على أحد</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>لا جهات اتصال</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>لا أحد هنا</translation>
    </message>
</context>
<context>
    <name>ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Simulated contacts</source>
        <translation>جهات اتصال محاكاة</translation>
    </message>
    <message>
        <source>Simulated server runs</source>
        <translation>الخادم المحاكى يعمل</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Show contacts that are &amp;offline</source>
        <translation>إظهار جهات الاتصال &amp;غير المتصلة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>&amp;Sign In…</source>
        <translation>&amp;تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>Simulated &amp;Contacts</source>
        <translation>&amp;جهات اتصال محاكاة</translation>
    </message>
    <message>
        <source>Simulated Server &amp;Runs</source>
        <translation>الخادم المحاكى &amp;يعمل</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;بحث</translation>
    </message>
    <message>
        <source>Show &amp;Offline</source>
        <translation>إظهار &amp;غير المتصلين</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>كلمة مرور %1:</translation>
    </message>
    <message numerus="yes">
        <source>%n available</source>
        <translation>
            <numerusform>لا أحد متاح</numerusform>
            <numerusform>واحد متاح</numerusform>
            <numerusform>اثنان متاحان</numerusform>
            <numerusform>%Ln متاحون</numerusform>
            <numerusform>%Ln متاحًا</numerusform>
            <numerusform>%Ln متاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts are still coming in…</source>
        <translation>ما زال تلقي جهات الاتصال جاريًا…</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>اختر جهة اتصال لمعرفة مكانها</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>خامل منذ %1</translation>
    </message>
    <message>
        <source>No devices</source>
        <translation>لا أجهزة</translation>
    </message>
    <message numerus="yes">
        <source>Devices (%n)</source>
        <translation>
            <numerusform>الأجهزة (%Ln)</numerusform>
            <numerusform>الأجهزة (%Ln)</numerusform>
            <numerusform>الأجهزة (%Ln)</numerusform>
            <numerusform>الأجهزة (%Ln)</numerusform>
            <numerusform>الأجهزة (%Ln)</numerusform>
            <numerusform>الأجهزة (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPresence</name>
    <message>
        <source>Own presence: %1</source>
        <translation>حالتي: %1</translation>
    </message>
    <message>
        <source>Own availability</source>
        <translation>توفّري</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>رسالة حالتي</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>ماذا تفعل الآن؟</translation>
    </message>
    <message>
        <source>Messages go to the device with the highest priority, and to none below zero</source>
        <translation>تصل الرسائل إلى الجهاز ذي الأولوية العليا، ولا تصل إلى جهاز أولويته دون الصفر</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>الأ&amp;ولوية:</translation>
    </message>
</context>
<context>
    <name>OwnPresenceEditor</name>
    <message>
        <source>Own availability</source>
        <translation>توفّري</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>ماذا تفعل الآن؟</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>رسالة حالتي</translation>
    </message>
    <message>
        <source>Priority of this device</source>
        <translation>أولوية هذا الجهاز</translation>
    </message>
</context>
<context>
    <name>SectionDelegate</name>
    <message>
        <source>No group</source>
        <translation>بلا مجموعة</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Connection lost: what you see may be out of date</source>
        <translation>انقطع الاتصال: قد يكون ما تراه قديمًا</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>JID</source>
        <translation>JID</translation>
    </message>
    <message>
        <source>me@example.org</source>
        <translation>me@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>As the JID says</source>
        <translation>حسب JID</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;JID:</source>
        <translation>&amp;JID:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;كلمة المرور:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>ال&amp;خادم:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>ال&amp;منفذ:</translation>
    </message>
</context>
</TS>
