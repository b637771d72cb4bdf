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
    <message numerus="yes">
        <source>Module %1 · section %2 of %3 · %n minute(s) to a good place to stop</source>
        <translation><numerusform>Module %1 · section %2 of %3 · %n minute to a good place to stop</numerusform><numerusform>Module %1 · section %2 of %3 · %n minutes to a good place to stop</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::StartPage</name>
    <message numerus="yes">
        <source>About %n minute(s) left in this module.</source>
        <translation><numerusform>About %n minute left in this module.</numerusform><numerusform>About %n minutes left in this module.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A good place to stop comes after %n minute(s).</source>
        <translation><numerusform>A good place to stop comes after %n minute.</numerusform><numerusform>A good place to stop comes after %n minutes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, not begun, %n minute(s)</source>
        <translation><numerusform>%1, not begun, %n minute</numerusform><numerusform>%1, not begun, %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 percent done, %n minute(s) left</source>
        <translation><numerusform>%1, %2 percent done, %n minute left</numerusform><numerusform>%1, %2 percent done, %n minutes left</numerusform></translation>
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
<context>
    <name>desk::CheckPage</name>
    <message numerus="yes">
        <source>%n of these hold(s).</source>
        <translation><numerusform>%n of these holds.</numerusform><numerusform>%n of these hold.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::CheckSummary</name>
    <message numerus="yes">
        <source>%n minute(s), which still fit</source>
        <translation><numerusform>%n minute, which still fits</numerusform><numerusform>%n minutes, which still fit</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::Keeper</name>
    <message numerus="yes">
        <source>%n thing(s) taken in from %1. Choose above whose they are.</source>
        <translation><numerusform>%n thing taken in from %1. Choose above whose it is.</numerusform><numerusform>%n things taken in from %1. Choose above whose they are.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What is kept is sound again. What was there is put aside as %1, and %n thing(s) of it that were missing here were taken over.</source>
        <translation><numerusform>What is kept is sound again. What was there is put aside as %1, and one thing of it that was missing here was taken over.</numerusform><numerusform>What is kept is sound again. What was there is put aside as %1, and %n things of it that were missing here were taken over.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::KeptPage</name>
    <message numerus="yes">
        <source>Purge %n thing(s) that happened before?</source>
        <translation><numerusform>Purge %n thing that happened before?</numerusform><numerusform>Purge %n things that happened before?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It holds %n thing(s) that happened.</source>
        <translation><numerusform>It holds one thing that happened.</numerusform><numerusform>It holds %n things that happened.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n older day(s)</source>
        <translation><numerusform>%n older day</numerusform><numerusform>%n older days</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PracticePage</name>
    <message numerus="yes">
        <source>About %n minute(s).</source>
        <translation><numerusform>About %n minute.</numerusform><numerusform>About %n minutes.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) due today.</source>
        <translation><numerusform>%n question due today.</numerusform><numerusform>%n questions due today.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) due today, some of which you were sure of and that did not hold.</source>
        <translation><numerusform>%n question due today, which you were sure of and which did not hold.</numerusform><numerusform>%n questions due today, some of which you were sure of and that did not hold.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) due</source>
        <translation><numerusform>%n question due</numerusform><numerusform>%n questions due</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::Window</name>
    <message numerus="yes">
        <source>Nothing is due. What comes next takes about %n minute(s): stop wherever you like, your place is kept.</source>
        <translation><numerusform>Nothing is due. What comes next takes about %n minute: stop wherever you like, your place is kept.</numerusform><numerusform>Nothing is due. What comes next takes about %n minutes: stop wherever you like, your place is kept.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::ReviewPage</name>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation><numerusform>%1, %n person</numerusform><numerusform>%1, %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::ConsolePage</name>
    <message numerus="yes">
        <source>%n hand(s) counted.</source>
        <translation><numerusform>%n hand counted.</numerusform><numerusform>%n hands counted.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n people</source>
        <translation><numerusform>%1 · %n person</numerusform><numerusform>%1 · %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>For you alone · %n minute(s)</source>
        <translation><numerusform>For you alone · %n minute</numerusform><numerusform>For you alone · %n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::CutsPanel</name>
    <message numerus="yes">
        <source>Nothing more can be left out. What must be kept takes %n minute(s) more than there are.</source>
        <translation><numerusform>Nothing more can be left out. What must be kept takes %n minute more than there are.</numerusform><numerusform>Nothing more can be left out. What must be kept takes %n minutes more than there are.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;Leave out %n minute(s)?&lt;/b&gt;</source>
        <translation><numerusform>&lt;b&gt;Leave out %n minute?&lt;/b&gt;</numerusform><numerusform>&lt;b&gt;Leave out %n minutes?&lt;/b&gt;</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n minute(s)</source>
        <translation><numerusform>%1, %n minute</numerusform><numerusform>%1, %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What must be kept takes %n minute(s) more than there are, even so.</source>
        <translation><numerusform>What must be kept takes %n minute more than there are, even so.</numerusform><numerusform>What must be kept takes %n minutes more than there are, even so.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::WorkshopPage</name>
    <message numerus="yes">
        <source>%1 · %n minute(s)</source>
        <translation><numerusform>%1 · %n minute</numerusform><numerusform>%1 · %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) asked</source>
        <translation><numerusform>%n question asked</numerusform><numerusform>%n questions asked</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The same with %n made-up people, kept apart from real results</source>
        <translation><numerusform>The same with %n made-up people, kept apart from real results</numerusform><numerusform>The same with %n made-up people, kept apart from real results</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) of it must be kept</source>
        <translation><numerusform>%n minute of it must be kept</numerusform><numerusform>%n minutes of it must be kept</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PaperGridPage</name>
    <message numerus="yes">
        <source>Take in %n paper(s), behind those that are here?</source>
        <translation><numerusform>Take in %n paper, behind those that are here?</numerusform><numerusform>Take in %n papers, behind those that are here?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be taken in, and are left out whole:</source>
        <translation><numerusform>%n line cannot be taken in, and is left out whole:</numerusform><numerusform>%n lines cannot be taken in, and are left out whole:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of the file were taken in. Undo takes them out again.</source>
        <translation><numerusform>%n paper of the file was taken in. Undo takes it out again.</numerusform><numerusform>%n papers of the file were taken in. Undo takes them out again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of the file were taken out again.</source>
        <translation><numerusform>%n paper of the file was taken out again.</numerusform><numerusform>%n papers of the file were taken out again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation><numerusform>%n paper</numerusform><numerusform>%n papers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation><numerusform>%n answer</numerusform><numerusform>%n answers</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PileChooser</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation><numerusform>%n paper</numerusform><numerusform>%n papers</numerusform></translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>asks %n question(s)</source>
        <translation><numerusform>asks %n question</numerusform><numerusform>asks %n questions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) over</source>
        <translation><numerusform>%n minute over</numerusform><numerusform>%n minutes over</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) free</source>
        <translation><numerusform>%n minute free</numerusform><numerusform>%n minutes free</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PlanModel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::OfferModel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PlanList</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation><numerusform>%n step</numerusform><numerusform>%n steps</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PlanEditor</name>
    <message numerus="yes">
        <source>%n minute(s) must be kept.</source>
        <translation><numerusform>%n minute must be kept.</numerusform><numerusform>%n minutes must be kept.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::PackDialog</name>
    <message numerus="yes">
        <source>%n file(s) are in %1.</source>
        <translation><numerusform>%n file are in %1.</numerusform><numerusform>%n files are in %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>desk::ReportPage</name>
    <message numerus="yes">
        <source>%n number(s) or name(s) in it could tell of somebody. They are listed before it is saved, and can be left out.</source>
        <translation><numerusform>%n number or name in it could tell of somebody. It is listed before it is saved, and can be left out.</numerusform><numerusform>%n numbers or names in it could tell of somebody. They are listed before it is saved, and can be left out.</numerusform></translation>
    </message>
</context>
</TS>
