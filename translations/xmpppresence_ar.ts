<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ContactDelegate</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>لا أجهزة</numerusform>
            <numerusform>جهاز واحد</numerusform>
            <numerusform>جهازان</numerusform>
            <numerusform>%Ln أجهزة</numerusform>
            <numerusform>%Ln جهازًا</numerusform>
            <numerusform>%Ln جهاز</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Contacts are arriving</source>
        <translation>يجري تلقي جهات الاتصال</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يتم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Contacts are arriving…</source>
        <translation>يجري تلقي جهات الاتصال…</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>لم يُعثر على أحد</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>لا جهات اتصال بعد</translation>
    </message>
    <message>
        <source>Nobody is online</source>
        <translation>لا أحد متصل</translation>
    </message>
    <message>
        <source>Show offline</source>
        <translation>إظهار غير المتصلين</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>بلا مجموعة</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>No device is there</source>
        <translation>لا جهاز متصل</translation>
    </message>
</context>
<context>
    <name>PresenceTip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا جهاز آخر</numerusform>
            <numerusform>وجهاز آخر</numerusform>
            <numerusform>وجهازان آخران</numerusform>
            <numerusform>و%Ln أجهزة أخرى</numerusform>
            <numerusform>و%Ln جهازًا آخر</numerusform>
            <numerusform>و%Ln جهاز آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>XmppPresence</name>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتين</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>ساعة</numerusform>
            <numerusform>ساعتين</numerusform>
            <numerusform>%Ln ساعات</numerusform>
            <numerusform>%Ln ساعة</numerusform>
            <numerusform>%Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم</numerusform>
            <numerusform>يومين</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y</source>
        <translation>
            <numerusform>%Ln سنة</numerusform>
            <numerusform>سنة</numerusform>
            <numerusform>سنتين</numerusform>
            <numerusform>%Ln سنوات</numerusform>
            <numerusform>%Ln سنة</numerusform>
            <numerusform>%Ln سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Extended away</source>
        <translation>غائب لفترة طويلة</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>غائب</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Free for chat</source>
        <translation>متاح للدردشة</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا جهاز آخر</numerusform>
            <numerusform>وجهاز آخر</numerusform>
            <numerusform>وجهازان آخران</numerusform>
            <numerusform>و%Ln أجهزة أخرى</numerusform>
            <numerusform>و%Ln جهازًا آخر</numerusform>
            <numerusform>و%Ln جهاز آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Idle: %1</source>
        <translation>خامل: %1</translation>
    </message>
</context>
</TS>
