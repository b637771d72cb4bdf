<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<!-- English needs a translation only for its plurals. -->
<context>
    <name>desk::Contents</name>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation><numerusform>%n module</numerusform><numerusform>%n modules</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::LessonPage</name>
    <message numerus="yes">
        <source>Module %1 · section %2 of %3 · %n minute(s)</source>
        <translation><numerusform>Module %1 · section %2 of %3 · %n minute</numerusform><numerusform>Module %1 · section %2 of %3 · %n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::StartPage</name>
    <message numerus="yes">
        <source>About %n minute(s) left in this module.</source>
        <translation><numerusform>About %n minute left in this module.</numerusform><numerusform>About %n minutes left in this module.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this course need mending. What is sound is open.</source>
        <translation><numerusform>%n thing in this course needs mending. What is sound is open.</numerusform><numerusform>%n things in this course need mending. What is sound is open.</numerusform></translation>
    </message>
</context>
<context>
    <name>QWidget</name>
    <message numerus="yes">
        <source>%1 · %n minute(s)</source>
        <translation><numerusform>%1 · %n minute</numerusform><numerusform>%1 · %n minutes</numerusform></translation>
    </message>
</context>
</TS>
