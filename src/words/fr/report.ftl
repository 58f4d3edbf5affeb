# Un rapport, un poste expliqué et des postes côte à côte, quelle que soit la mise en page.

title = Parcours de carrière : { $region }
person-holds = déjà obtenu : { $names }
person-works = poste actuel : { $role }
person-no-job = sans emploi aujourd'hui
taken-for = « { $said } » est compris comme : { $title }.
taken-as = { $title } : « { $said } ».
taken-for-unknown = La profession de « { $said } » n’a pas été trouvée : seuls les mois et le salaire comptent.
background-licence = Nul ne peut exercer cet emploi sans lui ; ce titre est donc tenu pour détenu : { $name }.
background-brings = Tiré de ce que font ces emplois (notes O*NET, imputé ; corrigez-le sous les compétences) : { $skills }.
background-none = Aucune compétence n’en est tirée : indiquez celles que vous avez.
person-distance = étudie à distance seulement
person-may-stop = vous pouvez arrêter de travailler
person-may-not-stop = vous ne pouvez pas arrêter de travailler
at-most = au plus { $what }
staying = Si vous ne changez rien : { $stay }.
staying-role = { $title }, { $money } sur { $years } ans
staying-open = { $title }, l’emploi le mieux payé que vous pourriez commencer aujourd’hui : { $money } en { $years } ans
staying-none = aucun poste ne vous est ouvert aujourd'hui
none-found = Aucun parcours n'a été trouvé.
none-found-try = Un budget plus élevé, plus de temps, plus d'heures d'étude ou la possibilité d'arrêter de travailler peuvent en ouvrir un ; un poste voulu qui est fermé dit exactement ce qui l'ouvre.
pinned = Parcours épinglé : { $title }
score = score { $score }
part-of-year = une partie de l'année
closed = { $title } : aucun parcours dans vos limites

## Mots de la marge.

label-sums = Résumé
label-beside = Comparé
label-premia = Primes
label-choices = Vos choix
label-why = Pourquoi
label-employers = Employeurs
label-kept = Arrêt
label-unknown = Incertain
label-figures = Sources
label-or = Ou
label-opens = Y accéder
label-year = Année
label-pay = Salaire
label-held = { $held } sur 100
label-staying = En restant
label-nominal = Nominal

## Un parcours.

best-anyway = c’est aussi le meilleur sans vos choix
not-comparable = ses revenus ne peuvent pas être comparés
best-without = le meilleur sans vos choix est { $line } : { $how } (score { $score })
costs = coûte { $money }
pays-less = rapporte en moyenne { $money } de moins que de rester
pays-less-start = rapporte en moyenne { $money } de moins que de commencer maintenant
pays-more = rapporte en moyenne { $money } de plus que de rester
pays-more-start = rapporte en moyenne { $money } de plus que de commencer maintenant
gain-not-known = gain inconnu
chance-is = { $percent } % terminent le tout
chance-chosen = { $percent } % sont choisis pour chaque poste
sums = { $months } ; { $cost } ; { $gain } ; { $chance }
step-enter = postulez pour commencer en { $date } comme { $title }
step-alongside = { $title }, en plus de votre emploi, jusqu'en { $date }
step-full-time = { $title }, à temps plein, jusqu'en { $date }
no-pay = sans salaire
band = { $low }-{ $high } k$
premia = { $premia } ; compté dans la fourchette, non dans la médiane
premium = avec { $what }, le salaire est de { $range } fois plus ({ $basis }, { $period })
range = { $low } à { $high }
or-else = { $apart } : { $line } ({ $sums })
prefer = préfèrent : { $what }
kept = si vous arrêtez après { $after }, vous pouvez quand même aller vers : { $opens }
same-milestones = { $n ->
    [one] { $n } autre parcours aux mêmes jalons
   *[other] { $n } autres parcours aux mêmes jalons
}
more-unbeaten = { $n ->
    [one] { $n } autre bon parcours : --alternatives N le montre
   *[other] { $n } autres bons parcours : --alternatives N les montre
}
and-also = et { $what }
weight-shared = inconnu, hors du score : { $criteria }
fit-today = vous avez aujourd'hui { $percent } % de ses compétences

## Postes fermés.

only-choices = seul ce que vous excluez ou exigez le ferme
opened-with = { $one } et { $other }
opens-nothing = aucun changement seul ne l'ouvre, ni deux limites levées ensemble
opens-any = l'un de ces changements : { $changes }

## Où étudier.

page-where = Où étudier
label-where = Où
study-in-area = { $program } : { $n ->
    [one] un établissement de votre région délivre ce titre
   *[other] { $n } établissements de votre région délivrent ce titre
}
study-none = { $program } : aucun établissement connu de votre région ne délivre ce titre ; voici ceux d’ailleurs
study-usual = le coût est celui que ces établissements demandent d’habitude dans votre État
school = { $name } ({ $place }) : { $told }
school-priced = le coût vient d’ici
school-miles = à { $n } milles
school-area = dans votre région
school-distance = surtout à distance
school-ask-distance = demandez si l’on peut l’étudier à distance
school-year = { $money } par an
school-whole = { $money } en tout
school-worked-out = environ { $price }, d’après le prix du premier cycle
school-no-price = prix non publié
school-district = environ { $price } pour les résidents de son district, { $money } pour les autres de l’État
school-awards = { $n } titres de ce genre la dernière année
school-accredited = agréé par { $by } (en date du { $date })
school-ask-accredited = demandez si { $by } l’agrée
school-earned = les diplômés du domaine gagnaient { $money } quatre ans plus tard (sur { $n }, ceux qui avaient une aide fédérale)
school-earned-first = les diplômés du domaine gagnaient { $money } un an plus tard (sur { $n }, ceux qui avaient une aide fédérale)
school-earned-both = les diplômés du domaine gagnaient { $first } un an et { $money } quatre ans plus tard (sur { $n }, ceux qui avaient une aide fédérale)

## Rester, mises en garde, concurrence.

if-finished = { $average } ({ $finished } si vous terminez)
gain-more = { $money } de plus
gain-less = { $money } de moins
chance-sure = ni examen ni cours ; l’embauche est tenue pour acquise
stay-row = Rester : { $title }
start-row = Commencer maintenant : { $title }, dans { $months }
stay-row-none = Ne rien changer
part-wanted-next = Ce que vous voulez : prochains pas
part-wanted-goal = Ce que vous voulez : buts plus lointains
part-wanted-unknown = Ce que vous voulez : ce que cela rapporte n'est pas connu
part-next = Prochains pas
part-goal = Buts plus lointains
part-below_staying = Classés après « rester »
part-below_staying-start = Classés après « commencer maintenant »
part-unknown = Revenu inconnu
folded = { $n } autres rapportent au moins { $percent } % de moins que de rester.
folded-start = { $n } autres rapportent au moins { $percent } % de moins que de commencer maintenant.
folded-least = { $n } autres rapportent au moins { $percent } % de moins que de rester ; les moins éloignés : { $least }.
folded-least-start = { $n } autres rapportent au moins { $percent } % de moins que de commencer maintenant ; les moins éloignés : { $least }.
folded-one-step = { $title } dans { $months }, { $money } de moins
folded-one = { $title } dans { $months }, d’abord { $step }, { $money } de moins
warn-prefers = souhaité en plus : { $what }
warn-low_readiness = vous auriez { $percent } % de ses compétences
warn-learned = s’apprend en poste : vous apporteriez { $percent } % de ses compétences
warn-few_openings = seulement { $n } postes par an environ : { $region }
warn-heavy_hours = { $n } heures par semaine à côté de l’emploi, ce qui est beaucoup
warn-beside_job = { $n } heures par semaine à côté de l’emploi
label-openings = Postes
openings = environ { $n } par an ({ $region }), dans toute la profession { $occupation }
openings-share = environ { $n } par an ({ $region }) : { $percent } % de toute la profession { $occupation }
openings-graduates = { $openings } ; { $n } diplômés par an dans les domaines qui y mènent, { $each } par poste ; d’autres postulent aussi
openings-no-graduates = { $openings } ; aucune école n’y a de diplômés des domaines qui y mènent ; d’autres postulent aussi
few-openings = Seulement { $n } postes de sa profession environ s’ouvrent par an : { $region }.
step-offered = { $percent } % des personnes qualifiées obtiennent un tel poste (notre jugement)
imputed-chances = les chances de { $names } sont reprises d’autres du même genre ou estimées
imputed-costs = les coûts de { $names } sont repris d’autres du même genre
ready-for = { $n } des { $all } niveaux de ses compétences ({ $skills })
ready-lacks = { $what }, dont vous avez { $has }
only-by-size = ses étapes y mènent, mais il y en a plus qu’un parcours ne peut en avoir ; plus d’argent ou de temps n’y change rien
opens-unsettled = on n’a pas établi si ceci aiderait : { $what }
limit-study_hours = plus d’heures d’étude
limit-may_stop_working = pouvoir cesser de travailler
limit-months = plus de temps
limit-budget = un budget plus grand
limit-delivery = étudier ailleurs
superfluous = moins de ses étapes y mènent aussi vite
only-prepared = { $way } : l’organisme vous laisserait passer l’examen ; à notre avis il faut d’abord un cours
person-aid = { $money } d’aide par an
row-finished = Par rapport à rester, si terminé

## Solidité du classement.

lost = Avec vos choix, ces postes ne sont plus accessibles : { $titles }.
weight-above = si le critère « { $criterion } » comptait pour plus de { $share } du score (maintenant { $now }), ce serait { $title }
weight-below = si le critère « { $criterion } » comptait pour moins de { $share } du score (maintenant { $now }), ce serait { $title }
turn-cost = coûtait { $money } de plus
turn-earnings = rapportait { $money } de moins
turn-months = prenait { $months } de plus
first-until = { $title } est en tête ; { $turn }
first-always = { $title } est en tête quel que soit le poids d’un critère
passed-if = { $first } ; { $title } passerait devant si le parcours en tête { $figures }
draws = { $first }. Il l’est resté dans { $percent } % de { $draws } essais avec d’autres chiffres (salaires à { $pay } % près, coûts à { $cost } %, taux à { $rate } %, poids à { $weight } %).
not-settled = Recherche inachevée, { $why } : { $titles }. Il peut y avoir mieux que ce qui est montré ; un budget plus petit, moins de temps ou un poste souhaité réduit la recherche.
shown-of = Postes accessibles affichés : { $shown } sur { $all } ; --top N en affiche plus.
graph = Graphe { $id } { $version } ({ $digest }), { $currency } de { $year }.
graph-short = Graphe { $id } { $version } ({ $digest }).

## Un poste expliqué.

explained = { $title } : { $region }
explained-unsettled = Recherche inachevée, { $why } : il peut y avoir mieux. Un budget plus petit ou moins de temps la réduit.
place-of = numéro { $place } de { $all } bons parcours
place-left-out = n’est pas parmi les { $all } bons parcours
placed = { $place } ; score { $score }
what-beats = Ce qui est mieux
what-for = À quoi sert chaque étape
asks-for = { $step } exige { $conditions }
step-for = { $step } : { $what }
score-of = De quoi se compose le score
column-value = valeur
column-utility = utilité
column-weight = poids
column-gives = apport
value-not-known = inconnu
left-out-of = Écartés : { $shown } sur { $all }, les meilleurs d’abord
as-good = aussi bon, et premier dans l'ordre
beaten-by = { $line } est mieux : { $on }
closed-here = Aucun parcours dans vos limites.
only-choices-shut = Seul ce que vous excluez ou exigez le ferme.
why = Pourquoi
what-opens = Ce qui l'ouvrirait
opens-pair = { $one }, et { $other }
no-opening = aucun changement seul, ni deux limites levées ensemble
no-single = (aucun changement seul ne suffit)
each-alone = (chacun suffit à lui seul)
all-of = tout ce qui suit :
one-of = au moins un de ces points :
n-more-of = encore { $n } au choix :
see-above = { $what } : voir plus haut
too-late = cela ne peut pas commencer avant le mois { $month }
not-together = chaque chose exigée peut s'obtenir, mais pas toutes ensemble dans vos limites
by-way = par { $step } : { $bars }
asks-what-cannot = exige ce que vous ne pouvez pas avoir

## Postes côte à côte.

compared = Postes côte à côte : { $region }
compared-stay = rester : { $title }
stay = rester
is-closed = fermé
is-unsettled = indéterminé
row-match = Compétences aujourd'hui
row-months = Mois pour y arriver
row-cost = Coût
row-chance = Terminent, %
row-pay = Salaire, année { $year }
row-years = { $n } ans
row-gain = Par rapport à rester, en moyenne
row-score = Score
row-outlook = Perspectives
percent = { $n } %
skill-levels = Compétence : niveau exigé (le vôtre)
unknown-are = Incertain : { $what }
figures-are = Sources : { $sources }
without-choices = Sans vos choix : { $line } (score { $score })
compared-unsettled = Recherche inachevée, { $why } : il peut y avoir mieux.
compared-closed = Aucun parcours dans vos limites ; { $why }.
explain-tells = { $lacks } ; `careerpath explain` indique ce qui l'ouvrirait
your-choices = Vos choix : { $choices }.
left-out = exclu : { $ids }
insisted-on = exigé : { $ids }
compared-key = Le salaire : la médiane et la fourchette des personnes ayant cette expérience, après le meilleur parcours ; niveaux de compétence : 0 aucun, 1 notions, 2 avec aide, 3 sans aide, 4 avancé, 5 expert.

## Comment les gens changent.

label-moves = D'autres
moved-occupation = sur 100 personnes ayant quitté cette profession ({ $from }) pour une autre, part passée à { $to } : { $n }
moved-group = sur 100 personnes ayant quitté { $from } pour un autre genre de travail, part passée à { $to } : { $n } ; trop peu de personnes pour distinguer les professions
moved-pay = { $line } ; leur salaire a { $rose ->
    [yes] augmenté
   *[no] baissé
} de { $percent } % en moyenne par rapport à ceux qui sont restés
moved-few = moins de 1
major-11 = la gestion
major-13 = les affaires et la finance
major-15 = l'informatique et les mathématiques
major-17 = l'architecture et le génie
major-19 = les sciences
major-21 = les services communautaires et sociaux
major-23 = le droit
major-25 = l'éducation et les bibliothèques
major-27 = les arts, le sport et les médias
major-29 = les soins de santé et leurs emplois techniques
major-31 = le soutien aux soins de santé
major-33 = les services de protection
major-35 = la restauration
major-37 = le nettoyage et l'entretien des terrains
major-39 = les soins et services personnels
major-41 = la vente
major-43 = le soutien administratif
major-45 = l'agriculture, la pêche et la foresterie
major-47 = la construction et l'extraction
major-49 = l'installation, l'entretien et la réparation
major-51 = la production
major-53 = le transport et la manutention
major-55 = les forces armées

## Le premier écran.

first-unread = « { $said } » n’a été lu comme aucun emploi : seuls ses mois et son salaire comptent. `careerpath jobs MOTS` montre ce qui est lu ; des mots plus simples aident.
first-stay = Si vous ne changez rien : { $title }, { $first } l'année { $year }, { $last } l'année { $later }.
first-start = Si vous commencez tout de suite comme { $title }, l'emploi ouvert le mieux payé : { $first } l'année { $year }, { $last } l'année { $later }.
first-start-wanted = Ce que vous voulez vous est ouvert tout de suite : commencer comme { $title }, { $first } l’année { $year }, { $last } l’année { $later }.
first-stay-unknown = Si vous ne changez rien : { $title } ; on ne sait pas ce que cela paie.
first-stay-none = Si vous ne changez rien : ni emploi ni salaire.
first-years = { $years ->
    [one] { $years } an
   *[other] { $years } ans
}
first-both = { $years ->
    [one] { $years } an
   *[other] { $years } ans
} { $months } m
first-head-ready = Délai
first-head-cost = Coût
first-head-pay = Salaire, { $year }e an
first-head-pay-short = { $year }e an
first-head-gain = Gain, { $years } a
first-head-finished = Si terminé
first-closed = { $title } : hors de vos limites ; --all dit ce qui l’ouvrirait
first-unsettled = { $title } : pas tranché ; --all dit pourquoi
first-unsettled-others = Pas tranché, ni demandé : { $title } ; voir --all
first-head-chance = Réussite
first-shown = { $shown } emplois sur { $all } à portée : vos souhaits, puis par score. * le plus rapide
first-work = Travailler : { $title }, { $months }
first-wait = Continuer : { $title }, { $months }
first-fairly = Résultat serré ? Un peu : { $title } demeure en tête dans { $percent } essais sur 100 avec d’autres chiffres.
first-route = Le parcours { $rank } commence ainsi ({ $title })
first-enter = Chercher un poste : { $title }, environ { $months }
first-study = { $title }, tout en travaillant : { $months }
first-study-full = { $title }, à plein temps : { $months }
first-earn = Préparer l'examen { $title }, tout en travaillant : { $months }
first-earn-full = Préparer l'examen { $title }, à plein temps : { $months }
first-firm = Résultat serré ? Non : { $title } demeure en tête dans { $percent } essais sur 100 avec d’autres chiffres.
first-close = Résultat serré ? Oui : { $title } ne demeure en tête que dans { $percent } essais sur 100 avec d’autres chiffres.
first-next = Ensuite : --route 1 pour un parcours, --all pour tout, --sources pour les sources
first-next-all = Ensuite : --all pour tous les emplois et pourquoi d’autres sont hors d’atteinte, --sources pour les sources
first-next-none = Ensuite : --all dit pourquoi chacun est hors d'atteinte.
