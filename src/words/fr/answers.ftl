# Ce que dit le moteur : exigences, raisons, étapes, notes.

or = ou
and = et
nothing = rien
some-of = { $n } au choix ({ $parts })
more-of = encore { $n } au choix ({ $parts })
months = { $n } mois
months-as = { $months } d'expérience ({ $roles })
months-more-as = { $n } mois d'expérience de plus ({ $roles })
skill-level = { $skill } (niveau { $level })
months-short = janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.

education-none = aucun diplôme
education-high_school = un diplôme d'études secondaires
education-certificate = un certificat postsecondaire
education-associate = un diplôme collégial de deux ans (grade d'associé)
education-bachelor = un baccalauréat
education-master = une maîtrise
education-doctorate = un doctorat

basis-observed = observé
basis-published = publié
basis-imputed = estimé
basis-assumed = supposé

criterion-earnings = revenus
criterion-months = durée
criterion-cost = coût
criterion-chance = probabilité
criterion-fit = compétences
criterion-demand = demande

## Le parcours en une ligne.

line-now = aujourd'hui
line-role = { $name } (mois { $n })
line-alongside = à côté de l'emploi

## En quoi un parcours vaut mieux qu'un autre.

sooner = { $months } plus tôt
later = { $months } plus tard
cheaper = coûte { $money } de moins
dearer = coûte { $money } de plus
earns-more = rapporte { $money } de plus
earns-less = rapporte { $money } de moins
chance-against = { $one } % terminent, et non { $other } %
earnings-not-known = on ne sait pas ce qu'il rapporte
earnings-known = on sait ce qu'il rapporte
best-soonest = le plus court, { $months } de moins
best-cheapest = le moins cher, { $money } de moins
best-earnings = celui qui rapporte le plus, { $money } de plus
best-chance = le plus sûr : { $one } % terminent, et non { $other } %
best-no-degree = sans diplôme collégial ni universitaire
best-no-stop = sans quitter l'emploi pour étudier

## Étapes.

needed-for = exigé pour { $step }
the-target = l'objectif
pay-while-studying = un salaire pendant les études

## Ce qui n'est pas connu.

unknown-pay = salaire inconnu ici : { $role }
imputed-pay = salaire estimé pour { $role }, d'après : { $from }
imputed-off = salaire estimé pour { $role }, à { $percent } % près, d'après : { $from }
assumed-cost = coût supposé pour { $program } : { $why }
assumed-rule = { $step } : notre jugement, { $why }
from-others = { $n ->
    [one] { $n } autre chiffre ({ $region })
   *[other] { $n } autres chiffres ({ $region })
}
from-others-and = { $n ->
    [one] { $n } autre chiffre ({ $region } et { $state })
   *[other] { $n } autres chiffres ({ $region } et { $state })
}
from-wider = { $from }, pour un groupe plus large de professions

## Pourquoi un poste est fermé, et ce qui l'ouvre.

lacks-today = il vous manque aujourd'hui : { $what }
bar-not-offered = aucun cours offert là où vous vivez
bar-budget = coûte { $cost }, votre budget est de { $budget }
bar-months = pas avant le mois { $month }, votre limite est de { $months }
bar-keeps-job = impossible en plus d'un emploi avec vos heures, et vous ne pouvez pas arrêter de travailler
opens-hours = { $n ->
    [one] { $n } heure d'étude par semaine en plus d'un emploi
   *[other] { $n } heures d'étude par semaine en plus d'un emploi
}
opens-stop = pouvoir arrêter de travailler pour étudier
opens-months = { $months } pour y arriver
opens-budget = un budget de { $budget } ({ $more } de plus)
opens-elsewhere = étudier là où se trouve le campus, ou suivre le même programme en ligne
opens-living = vivre ailleurs ({ $places })
opens-living-more = { $n ->
    [one] vivre ailleurs ({ $places } ou { $n } autre lieu)
   *[other] vivre ailleurs ({ $places } ou l'un de { $n } autres lieux)
}
opens-having = avoir obtenu : { $holding }

## Pourquoi tout n'a pas été examiné.

stop-work = il y avait trop à examiner
stop-steps = plus de { $n } étapes sont à portée

## Notes.

note-scale = L'échelle des salaires vient d'une autre région ({ $used }) : aucune n'est publiée pour la vôtre ({ $own }).
note-no-scale = Le salaire médian de l'ensemble des travailleurs n'est pas connu ici : le gain et le coût ne comptent pas.
note-bands-own = { $made } personnes sur 100 devraient gagner un salaire dans la fourchette ; dans notre essai, sur des années plus tardives de personnes dont le salaire était connu, c’était le cas de { $held } restées dans leur profession et de { $changed } qui en ont changé ({ $people }).
note-bands = { $made } personnes sur 100 devraient gagner un salaire dans la fourchette ; dans notre essai, sur des personnes dont le salaire n’était pas connu et sur des années plus tardives, c’était le cas de { $held } ({ $people }).
note-nominal = Le salaire nominal, dans l'argent de chaque année, croît comme l'a fait le salaire du grand groupe de la profession dans les années jusqu'en { $until } ; mise à l'essai sur des années plus tardives, une telle prévision s'est écartée de { $one } %, { $three } % et { $six } % après 1, 3 et 6 ans. Au-delà, il n'est pas donné, et il ne change aucun classement.
note-no-nominal = On ne sait pas ici comment les salaires croissent avec les années : le salaire nominal n'est pas affiché.
note-own-pay = Votre salaire de { $pay } compte pour toutes les années à venir, mais de moins en moins : au bout de six ans, il reste { $percent } % de son écart avec le salaire habituel dans le même emploi, { $related } % dans un emploi semblable et { $changed } % dans toute autre profession.
note-own-pay-unlike = Votre salaire sort de ce qui est retenu pour le poste que vous occupez : est-ce le salaire d'une année entière, et est-ce le bon poste ?
