# La page à conserver.

page-skip = aller au contenu
page-headline = En mots simples
page-best = Le meilleur choix pour vous ({ $preset }) : { $title }.
page-best-sums = { $sums }. L'argent est compté sur { $years } ans.
page-first-step = Première étape : { $step }.
page-trajectory = Salaire année par année
page-chart-title = Salaire annuel sur ce parcours, comparé à celui que vous auriez en restant ; objectif : { $title }
page-chart-line = { $title } : { $first } à l'année { $from }, { $last } à l'année { $to }, avec une fourchette de { $low } à { $high } à l'année { $to }.
page-chart-stay = En restant : { $first } à l'année { $from }, { $last } à l'année { $to }.
page-no-chart = Le salaire de ce parcours n'est pas connu ; il n'y a donc pas de graphique.
page-legend-pay = salaire médian sur ce parcours
page-legend-band = { $made } personnes sur 100 devraient être dans cette fourchette ({ $held } dans notre essai)
page-legend-stay = en restant : { $title }
page-steps = Quoi faire, et quand
page-gantt-title = Étapes : { $from } à { $to }
page-gantt-line = { $title } : { $from } à { $to }.
page-costs = Ce que cela coûte et rapporte
page-what = quoi
page-when = quand
page-cost = coût
page-all-steps = toutes les étapes ensemble
page-pay = salaire
page-band = fourchette ({ $held } sur 100)
page-staying = en restant
page-why = Pourquoi, et ce qu'il faut savoir d'autre
page-others = Ce que vous pourriez faire d'autre
page-other = autres destinations
page-role = poste
page-months = durée
page-gain = de plus qu'en restant
page-chance = terminent
page-score = score
page-closed = Ce qui est fermé, et ce qui l'ouvrirait
page-unknown = Ce dont nous ne sommes pas sûrs
page-nothing-unknown = Aucun chiffre ne manque à ce parcours.
page-more-unbeaten = { $n ->
    [one] { $n } autre bon parcours
   *[other] { $n } autres bons parcours
}
page-shown-of = Postes accessibles sur cette page : { $shown } sur { $all }.
page-sources = D'où viennent les chiffres
page-notes = Comment lire cette page
page-made = Page établie en { $month }. Elle est complète : elle ne charge rien et n'envoie rien.

## La carte.

map-title = Carte des parcours
map-for = Carte des parcours pour { $region }
map-desc = { $roles } postes, { $credentials } titres professionnels et { $programs } programmes en { $layers } colonnes, de gauche à droite : plus un élément est à droite, plus il faut d'étapes avant d'y arriver. La liste ci-dessous contient la même chose.
map-search = Chercher
map-search-help = Tapez une partie d’un nom ; le reste est estompé.
map-found = { $n ->
    [one] { $n } nom correspond
   *[other] { $n } noms correspondent
}
map-list = Tout ce qui est sur la carte
map-legend = Légende
map-kind-role = poste
map-kind-credential = titre professionnel
map-kind-program = programme
map-kind-schooling = niveau d'études
map-kind-skill = compétence
map-state-held = vous l'avez déjà
map-state-open = ouvert pour vous aujourd'hui
map-state-reachable = à votre portée
map-state-aside = possible, mais sur aucun bon parcours
map-state-unsettled = indéterminé
map-state-blocked = fermé dans vos limites
map-chosen = sur le parcours affiché
map-layer = { $n ->
    [0] dès le départ
    [one] après { $n } étape
   *[other] après { $n } étapes
}
map-nowhere = rien n'y mène
map-needs = exige
map-helps = aide à atteindre
map-details = Choisissez un élément de la carte pour en savoir plus : avec la souris, ou avec la touche Tab et les flèches.
map-why-holds = l'avoir obtenu
map-why-months = mois de travail
map-why-schooling = études
map-why-skill = compétence
map-why-gives = permet de l'obtenir
