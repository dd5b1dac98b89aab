<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>No answer from %1 in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>%1 refused the password</source>
        <translation>%1 hat das Passwort abgelehnt</translation>
    </message>
    <message>
        <source>%1 answers no more</source>
        <translation>%1 antwortet nicht mehr</translation>
    </message>
    <message>
        <source>Lost the connection to %1: %2</source>
        <translation>Verbindung zu %1 verloren: %2</translation>
    </message>
    <message>
        <source>Unknown host %1</source>
        <translation>Unbekannter Rechner %1</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2</source>
        <translation>Keine vertrauenswürdige Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>Keine Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>%1 offers no TLS</source>
        <translation>%1 bietet kein TLS an</translation>
    </message>
    <message>
        <source>%1 ended the connection</source>
        <translation>%1 hat die Verbindung beendet</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Other password…</source>
        <translation>Anderes Passwort …</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Other &amp;password…</source>
        <translation>Anderes &amp;Passwort …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>ContactDetails</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Wählen Sie einen Kontakt, um zu sehen, wo er ist</translation>
    </message>
    <message>
        <source>Back to the contacts</source>
        <translation>Zurück zu den Kontakten</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>untätig seit %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Gruppen: %1</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>Keine Kontakte</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>Niemand ist da</translation>
    </message>
</context>
<context>
    <name>ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Simulated contacts</source>
        <translation>Simulierte Kontakte</translation>
    </message>
    <message>
        <source>Simulated server runs</source>
        <translation>Simulierter Server läuft</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show contacts that are &amp;offline</source>
        <translation>Auch Kontakte zeigen, die &amp;offline sind</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Sign In…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>Simulated &amp;Contacts</source>
        <translation>Simulierte &amp;Kontakte</translation>
    </message>
    <message>
        <source>Simulated Server &amp;Runs</source>
        <translation>Simulierter Server &amp;läuft</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Show &amp;Offline</source>
        <translation>&amp;Offline zeigen</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Passwort von %1:</translation>
    </message>
    <message numerus="yes">
        <source>%n available</source>
        <translation>
            <numerusform>%n erreichbar</numerusform>
            <numerusform>%n erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts are still coming in…</source>
        <translation>Kontakte treffen noch ein …</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Wählen Sie einen Kontakt, um zu sehen, wo er ist</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>untätig seit %1</translation>
    </message>
    <message>
        <source>No devices</source>
        <translation>Keine Geräte</translation>
    </message>
    <message numerus="yes">
        <source>Devices (%n)</source>
        <translation>
            <numerusform>Geräte (%n)</numerusform>
            <numerusform>Geräte (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPresence</name>
    <message>
        <source>Own presence: %1</source>
        <translation>Eigene Präsenz: %1</translation>
    </message>
    <message>
        <source>Own availability</source>
        <translation>Eigene Erreichbarkeit</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Eigener Status</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>Was machen Sie gerade?</translation>
    </message>
    <message>
        <source>Messages go to the device with the highest priority, and to none below zero</source>
        <translation>Nachrichten gehen an das Gerät mit der höchsten Priorität, und an keines unter null</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorität:</translation>
    </message>
</context>
<context>
    <name>OwnPresenceEditor</name>
    <message>
        <source>Own availability</source>
        <translation>Eigene Erreichbarkeit</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>Was machen Sie gerade?</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Eigener Status</translation>
    </message>
    <message>
        <source>Priority of this device</source>
        <translation>Priorität dieses Geräts</translation>
    </message>
</context>
<context>
    <name>SectionDelegate</name>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Connection lost: what you see may be out of date</source>
        <translation>Verbindung verloren: Was Sie sehen, kann veraltet sein</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>JID</source>
        <translation>JID</translation>
    </message>
    <message>
        <source>me@example.org</source>
        <translation>ich@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>As the JID says</source>
        <translation>Wie in der JID</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;JID:</source>
        <translation>&amp;JID:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
</context>
</TS>
