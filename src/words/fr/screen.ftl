# Résultats à l'écran.

screen-ranking = Où vous pourriez aller
screen-key = Salaire de l'année { $year } sur chaque parcours ; │ marque ce que donne rester, { $stay }.
screen-no-pay = salaire inconnu
screen-row = { $months }, { $cost }, { $gain }
screen-trajectory = Salaire année par année
screen-trajectory-key = ├─●─┤ médiane et fourchette des personnes qui ont cette expérience ; ○ rester
screen-part = une partie de l'année
screen-calendar = Étapes
screen-calendar-key = █ en cours  ▶ début de l'emploi
screen-to = { $from } à { $to }
screen-more = Ce que l'on sait aussi

screen-what = Et maintenant ?
screen-open = ouvrir : { $title }
screen-matters = ce qui compte le plus (maintenant : { $preset })
screen-matters-text = Qu'est-ce qui compte le plus pour vous ?
screen-compare = comparer deux postes
screen-compare-first = Lequel ?
screen-compare-second = Avec lequel ?
screen-save = enregistrer
screen-save-text = L'enregistrer sous quelle forme ?
screen-save-html = une page à lire ou à imprimer
screen-save-md = des notes en Markdown
screen-save-text-file = du texte simple
screen-save-json = du JSON pour d'autres programmes
screen-saved = Enregistré dans { $file }.
screen-back = revenir à la liste
screen-done = terminer
