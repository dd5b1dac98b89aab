<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Account</name>
    <message>
        <source>No answer from %1 in time</source>
        <translation>%1 n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>%1 refused the password</source>
        <translation>%1 a refusé le mot de passe</translation>
    </message>
    <message>
        <source>%1 answers no more</source>
        <translation>%1 ne répond plus</translation>
    </message>
    <message>
        <source>Lost the connection to %1: %2</source>
        <translation>Connexion à %1 perdue&#xa0;: %2</translation>
    </message>
    <message>
        <source>Unknown host %1</source>
        <translation>Hôte %1 inconnu</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 a refusé la connexion</translation>
    </message>
    <message>
        <source>No trusted connection to %1: %2</source>
        <translation>Pas de connexion fiable à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No connection to %1: %2</source>
        <translation>Pas de connexion à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 offers no TLS</source>
        <translation>%1 ne propose pas TLS</translation>
    </message>
    <message>
        <source>%1 ended the connection</source>
        <translation>%1 a mis fin à la connexion</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Other password…</source>
        <translation>Autre mot de passe…</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Other &amp;password…</source>
        <translation>Autre &amp;mot de passe…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
</context>
<context>
    <name>ContactDetails</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Choisissez un contact pour voir où il est</translation>
    </message>
    <message>
        <source>Back to the contacts</source>
        <translation>Retour aux contacts</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>inactif depuis %1</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Groupes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Personne de trouvé</translation>
    </message>
    <message>
        <source>No contacts</source>
        <translation>Aucun contact</translation>
    </message>
    <message>
        <source>Nobody is there</source>
        <translation>Personne n’est là</translation>
    </message>
</context>
<context>
    <name>ContactsWindow</name>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Simulated contacts</source>
        <translation>Contacts simulés</translation>
    </message>
    <message>
        <source>Simulated server runs</source>
        <translation>Serveur simulé en marche</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show contacts that are &amp;offline</source>
        <translation>Afficher les contacts &amp;hors ligne</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Sign In…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>Simulated &amp;Contacts</source>
        <translation>Contacts &amp;simulés</translation>
    </message>
    <message>
        <source>Simulated Server &amp;Runs</source>
        <translation>Serveur simulé en &amp;marche</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Rechercher</translation>
    </message>
    <message>
        <source>Show &amp;Offline</source>
        <translation>Afficher &amp;hors ligne</translation>
    </message>
    <message>
        <source>Ctrl+H</source>
        <translation>Ctrl+H</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Mot de passe de %1&#xa0;:</translation>
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
        <translation>Les contacts arrivent encore…</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Choose a contact to see where it is</source>
        <translation>Choisissez un contact pour voir où il est</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>idle for %1</source>
        <translation>inactif depuis %1</translation>
    </message>
    <message>
        <source>No devices</source>
        <translation>Aucun appareil</translation>
    </message>
    <message numerus="yes">
        <source>Devices (%n)</source>
        <translation>
            <numerusform>Appareils (%n)</numerusform>
            <numerusform>Appareils (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnPresence</name>
    <message>
        <source>Own presence: %1</source>
        <translation>Ma présence&#xa0;: %1</translation>
    </message>
    <message>
        <source>Own availability</source>
        <translation>Ma disponibilité</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Mon statut</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>Que faites-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Messages go to the device with the highest priority, and to none below zero</source>
        <translation>Les messages vont à l’appareil de plus haute priorité, et à aucun en dessous de zéro</translation>
    </message>
    <message>
        <source>&amp;Priority:</source>
        <translation>&amp;Priorité&#xa0;:</translation>
    </message>
</context>
<context>
    <name>OwnPresenceEditor</name>
    <message>
        <source>Own availability</source>
        <translation>Ma disponibilité</translation>
    </message>
    <message>
        <source>What are you up to?</source>
        <translation>Que faites-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Own status</source>
        <translation>Mon statut</translation>
    </message>
    <message>
        <source>Priority of this device</source>
        <translation>Priorité de cet appareil</translation>
    </message>
</context>
<context>
    <name>SectionDelegate</name>
    <message>
        <source>No group</source>
        <translation>Sans groupe</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connection lost: what you see may be out of date</source>
        <translation>Connexion perdue&#xa0;: ce que vous voyez peut être dépassé</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>JID</source>
        <translation>JID</translation>
    </message>
    <message>
        <source>me@example.org</source>
        <translation>moi@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>As the JID says</source>
        <translation>Selon le JID</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>Se &amp;connecter</translation>
    </message>
    <message>
        <source>&amp;JID:</source>
        <translation>&amp;JID&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Mot de &amp;passe&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Serveur&#xa0;:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort&#xa0;:</translation>
    </message>
</context>
</TS>
