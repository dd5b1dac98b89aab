<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>No answer from %1 in time</source>
        <translation>%1 no respondió a tiempo</translation>
    </message>
    <message>
        <source>%1 refused the password</source>
        <translation>%1 rechazó la contraseña</translation>
    </message>
    <message>
        <source>%1 answers no more</source>
        <translation>%1 ya no responde</translation>
    </message>
    <message>
        <source>Lost the connection to %1: %2</source>
        <translation>Se perdió la conexión con %1: %2</translation>
    </message>
    <message>
        <source>Unknown host %1</source>
        <translation>Servidor %1 desconocido</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 rechazó la conexión</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2</source>
        <translation>No hay conexión de confianza con %1: %2</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>No hay conexión con %1: %2</translation>
    </message>
    <message>
        <source>%1 offers no TLS</source>
        <translation>%1 no ofrece TLS</translation>
    </message>
    <message>
        <source>%1 ended the connection</source>
        <translation>%1 cerró la conexión</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Other password…</source>
        <translation>Otra contraseña…</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Other &amp;password…</source>
        <translation>Otra &amp;contraseña…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>C&amp;ancelar</translation>
    </message>
</context>
<context>
    <name>ContactDetails</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Elija un contacto para ver dónde está</translation>
    </message>
    <message>
        <source>Back to the contacts</source>
        <translation>Volver a los contactos</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>inactivo desde hace %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Grupos: %1</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>No hay contactos</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>No hay nadie</translation>
    </message>
</context>
<context>
    <name>ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Simulated contacts</source>
        <translation>Contactos simulados</translation>
    </message>
    <message>
        <source>Simulated server runs</source>
        <translation>Servidor simulado en marcha</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Show contacts that are &amp;offline</source>
        <translation>Mostrar contactos desc&amp;onectados</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Cuenta</translation>
    </message>
    <message>
        <source>&amp;Sign In…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>C&amp;errar sesión</translation>
    </message>
    <message>
        <source>Simulated &amp;Contacts</source>
        <translation>&amp;Contactos simulados</translation>
    </message>
    <message>
        <source>Simulated Server &amp;Runs</source>
        <translation>Servidor simulado en &amp;marcha</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Show &amp;Offline</source>
        <translation>Mostrar &amp;desconectados</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Contraseña de %1:</translation>
    </message>
    <message numerus="yes">
        <source>%n available</source>
        <translation>
            <numerusform>%n disponible</numerusform>
            <numerusform>%n disponibles</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts are still coming in…</source>
        <translation>Los contactos siguen llegando…</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Elija un contacto para ver dónde está</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>desde hace %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>inactivo desde hace %1</translation>
    </message>
    <message>
        <source>No devices</source>
        <translation>Ningún dispositivo</translation>
    </message>
    <message numerus="yes">
        <source>Devices (%n)</source>
        <translation>
            <numerusform>Dispositivos (%n)</numerusform>
            <numerusform>Dispositivos (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPresence</name>
    <message>
        <source>Own presence: %1</source>
        <translation>Mi presencia: %1</translation>
    </message>
    <message>
        <source>Own availability</source>
        <translation>Mi disponibilidad</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Mi estado</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>¿Qué está haciendo?</translation>
    </message>
    <message>
        <source>Messages go to the device with the highest priority, and to none below zero</source>
        <translation>Los mensajes llegan al dispositivo de mayor prioridad, y a ninguno por debajo de cero</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Prioridad:</translation>
    </message>
</context>
<context>
    <name>OwnPresenceEditor</name>
    <message>
        <source>Own availability</source>
        <translation>Mi disponibilidad</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>¿Qué está haciendo?</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Mi estado</translation>
    </message>
    <message>
        <source>Priority of this device</source>
        <translation>Prioridad de este dispositivo</translation>
    </message>
</context>
<context>
    <name>SectionDelegate</name>
    <message>
        <source>No group</source>
        <translation>Sin grupo</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Connection lost: what you see may be out of date</source>
        <translation>Conexión perdida: lo que ve puede no estar al día</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Conexión perdida</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>JID</source>
        <translation>JID</translation>
    </message>
    <message>
        <source>me@example.org</source>
        <translation>yo@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>As the JID says</source>
        <translation>Según el JID</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;JID:</source>
        <translation>&amp;JID:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Servidor:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;uerto:</translation>
    </message>
</context>
</TS>
