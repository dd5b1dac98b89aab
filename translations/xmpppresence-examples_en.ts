<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContactsWindow</name>
    <message numerus="yes">
        <source>%n available</source>
        <translation>
            <numerusform>%n available</numerusform>
            <numerusform>%n available</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>Devices (%n)</source>
        <translation>
            <numerusform>Devices (%n)</numerusform>
            <numerusform>Devices (%n)</numerusform>
        </translation>
    </message>
</context>
</TS>
