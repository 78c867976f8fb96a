"""The actor registry: names of known actors, from plain text files, with a look-up that scales.

A registry file is UTF-8, one actor a line, five columns separated by tabs; ``#`` starts a comment
line and blank lines are skipped:

    kind <TAB> label <TAB> name <TAB> aliases <TAB> stands_for

``kind``
    person, org, country, place, group or event.
``label``
    The label of its mentions: PERSON, ORG, GPE, LOC, NORP or EVENT (a country is GPE, a place
    GPE or LOC, a group, such as a nation or a faith, NORP).
``name``
    The name to show. Together with the kind it makes the actor's id.
``aliases``
    Other spellings, in any script, separated by `` | ``. A bare surname is an alias only where it
    is listed. An alias of another label is written with the label before it: ``NORP:Belarusian``
    is a demonym of a country (its regular plural, ``Belarusians``, is understood), and
    ``GPE:Tehran`` or ``ORG:Kremlin`` work alike. May be empty.
``stands_for``
    Optional: the *name* of the country whose government this capital, palace or body is often
    named for (``Minsk`` stands for ``Belarus``). The country may stand in another file.

The same kind and name in several places is one actor: its aliases add up. Aliases are
case-sensitive, so that ``Trud`` is a newspaper and ``IT`` no pronoun; a word of four or more
letters in capitals (``RUSSIA``) finds its ordinary spelling too.
"""
