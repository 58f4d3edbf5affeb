# Le questionnaire : questions, aide, ce que coûte une question passée, et réponses aimables à ce qui ne peut pas être retenu.

## Façons de répondre.

ask-welcome = Quelques questions sur vous : environ { $minutes } minutes. Rien ne quitte cet appareil.
ask-how = Entrée continue et une réponse vide passe la question. Esc revient en arrière ; là où vous tapez, < aussi, et ? donne une explication. Ctrl-C garde un brouillon.
ask-resume = { $n ->
    [one] Il y a un brouillon avec { $n } réponse. Le continuer ?
   *[other] Il y a un brouillon avec { $n } réponses. Le continuer ?
}
ask-resume-yes = le continuer
ask-resume-no = recommencer à zéro
ask-damaged = Le brouillon { $file } est illisible ; il est gardé sous { $kept }, et les questions reprennent au début.
ask-kept = Vos réponses sont gardées dans { $file }. `{ $command }` dans un terminal permet de continuer.
ask-unasked = plus rien n'est demandé ; ceci n'est pas retenu
ask-ended = Les réponses se terminent avant les questions.
ask-saved = Votre profil est dans { $file }. C'est du texte brut : changez-y ce que vous voulez et lancez `careerpath recommend { $file }`.
ask-skip-costs = passer : { $costs }
ask-none = rien de tout cela
ask-list-help = ↑↓ pour se déplacer, Entrée pour choisir, tapez pour chercher, Esc pour revenir
ask-back = retour
ask-that-is-all = c'est tout
ask-so-far = Jusqu'ici : { $chosen }
ask-other-country = C'est un autre pays : montants, programmes, titres professionnels et emplois vous sont redemandés.
ask-cannot-skip = Cette réponse est nécessaire : { $help }
ask-no-choice = Il n'y a pas de choix « { $said } » : répondez par un numéro de 1 à { $most }, ou par les mots du choix.
ask-no-such = Rien ici ne s'appelle « { $said } ».
ask-no-such-near = Rien ici ne s'appelle « { $said } » ; vouliez-vous dire « { $near } » ?
ask-no-number = « { $said } » n'est pas un nombre lisible ici : écrivez { $example }.
ask-range = La valeur « { $said } » est hors limites : elle peut aller de { $low } à { $high }.
ask-pay-unlikely = « { $said } » est loin de ce que paie un tel emploi : neuf personnes sur dix gagnent au moins { $low } par année, une sur dix au moins { $high }. Écrivez le salaire d'une année entière, ou d'une heure, par exemple 19.50/heure.
ask-pay-unit = « { $said } » est-il le salaire d'une heure ? Écrivez { $said }/heure, ou le salaire d'une année entière.
ask-too-long = C'est très long : une ligne d'au plus 200 lettres suffit.
ask-first-question = C'est la première question.
yes = oui
no = non

## Les réponses, encore une fois.

review = Vos réponses
review-text = Les enregistrer, ou en changer une ?
review-save = enregistrer
review-change = changer : { $question }
review-skipped = passé

## Questions.

region = Où vivez-vous et voulez-vous travailler ?
region-short = Lieu
region-help = Une ville, un comté, un État ou une province ; les salaires et les écoles sont ceux de ce lieu.
region-unknown = Aucun lieu connu ici ne ressemble à « { $said } ». Nommez votre État ou votre province, ou la grande ville la plus proche.
region-which = Lequel de ces lieux est-ce ?
region-which-help = Les salaires sont publiés pour ces régions ; choisissez celle où vous êtes.

education = Quel est le plus haut niveau d'études que vous avez terminé ?
education-short = Niveau d'études
education-help = Ce que vous avez terminé ; un programme en cours ne compte pas encore.

awards = Lesquels de ces programmes avez-vous terminés ?
awards-short = Diplômes obtenus
awards-help = Les certificats et diplômes de ce domaine ouvrent des étapes pour lesquelles d'autres doivent étudier.
awards-skip = sans cela, des cours que vous avez déjà suivis peuvent être proposés de nouveau

credentials = Lesquels de ces titres professionnels et permis détenez-vous ?
credentials-short = Titres et permis détenus
credentials-help = Seulement ceux qui sont à votre nom et valides aujourd'hui ; un permis d'infirmière ou un cours militaire ouvre aussi des étapes.
credentials-skip = sans cela, des examens que vous avez déjà réussis peuvent être proposés de nouveau

job-first = Quel est votre emploi aujourd'hui, ou quel a été le dernier ? Dites-le dans vos mots.
job-next = Un autre emploi, actuel ou passé ? Dites-le dans vos mots, ou laissez vide.
job-short = Emplois
job-help = Par exemple « j'accueille et inscris les gens dans une clinique », « codeur médical » ou « gérant de magasin » : tout emploi convient. Les mois passés dans un poste peuvent ouvrir le suivant.
job-skip = sans cela, aucune expérience ne compte et le salaire est celui d'une personne qui débute
job-outside = un autre emploi : « { $said } »
job-which = Lequel de ces postes s'en rapproche le plus ?
job-which-help = Ce que vous avez fait compte plus que le titre.
job-months = Combien de temps, en tout, avez-vous travaillé dans ce poste : { $role } ?
job-months-help = Par exemple « 18 mois » ou « 2 ans ». Un nombre seul compte en mois.
job-months-skip = alors aucune expérience n'y est comptée
job-now = Est-ce votre emploi d'aujourd'hui ?
job-now-help = Quand on a un emploi, on peut étudier en même temps, et y rester est ce à quoi tout est comparé.
job-now-outside = Est-ce votre emploi d'aujourd'hui ?
job-now-outside-help = C’est alors à ce poste que tout est comparé. Un emploi que vous n’avez plus compte pour ce qu’il a appris.
job-today = aujourd'hui
job-pay = Quel salaire y gagnez-vous, avant impôts ?
job-pay-help = Par année, par exemple 41500 ; ou par heure, par exemple 19.50/heure.
job-pay-skip = alors votre salaire est supposé être celui des personnes qui ont votre expérience
job-pay-usual-help = Par année, par exemple 41500 ; ou par heure, par exemple 19.50/heure.
job-pay-usual-skip = alors le salaire habituel d'un tel emploi là où vous vivez est retenu
job-pay-needed-help = Par année, par exemple 41500 ; ou par heure, par exemple 19.50/heure. Sans cela, ce qu'un changement apporterait ne peut être dit.

targets = Y a-t-il un poste que vous souhaitez ?
targets-short = Postes souhaités
targets-help = Vous pouvez en nommer plusieurs. Laissez vide pour les voir tous classés.
targets-skip = alors tous les postes du domaine sont examinés
targets-current = « { $said } » est votre poste d'aujourd'hui : y rester est affiché de toute façon. Nommez-en un autre, ou laissez vide.

skill = { $skill } : où en êtes-vous ?
skill-short = Compétences
skill-help = Niveaux de 0 à 5. Entre deux, prenez le plus bas : c'est ce que vous pouvez démontrer qui compte.
skill-skip = alors le niveau est tiré de vos emplois et de vos cours, ou compté comme 0
skill-taken = alors il est tiré de votre emploi : { $level } (imputé d’après O*NET)
skill-0 = Je ne l'ai jamais fait
skill-1 = Je sais de quoi il s'agit
skill-2 = Je l'ai fait avec l'aide de quelqu'un
skill-3 = Je règle sans aide les cas courants
skill-4 = Je règle sans aide les cas difficiles
skill-5 = On vient me consulter à ce sujet

likes = Trente courtes phrases sur ce que vous aimez : deux minutes. On y va ?
likes-short = Goûts
likes-help = Elles montrent quels postes ressemblent à ce qui vous plaît. Cela s'affiche à côté du classement et n'y change rien.
interest-R = travail manuel
interest-I = recherche et analyse
interest-A = création
interest-S = aide aux autres
interest-E = direction et persuasion
interest-C = ordre et chiffres
likes-skip = alors les postes sont affichés sans indiquer s'ils correspondent à vos goûts
like = Aimeriez-vous { $what } ?
like-help = Non pas si vous en êtes capable, ni ce que cela rapporte : si cela vous plairait.
like-skip = alors cette phrase ne compte ni comme un oui ni comme un non
like-1 = pas du tout
like-2 = plutôt non
like-3 = plus ou moins
like-4 = plutôt oui
like-5 = beaucoup
like-r-1 = réparer un vélo ou une serrure
like-r-2 = installer des écrans, des imprimantes et des câbles
like-r-3 = construire ou planter quelque chose dehors
like-r-4 = faire une tournée de livraison au volant
like-r-5 = faire marcher une machine jour après jour
like-i-1 = trouver pourquoi un chiffre d'un rapport est faux
like-i-2 = lire comment une maladie agit dans le corps
like-i-3 = mettre une idée à l'épreuve étape par étape
like-i-4 = chercher toute une soirée la solution d'un casse-tête
like-i-5 = comparer des chiffres pour voir quel traitement a mieux réussi
like-a-1 = écrire une histoire ou une chanson
like-a-2 = dessiner une affiche
like-a-3 = jouer de la musique ou du théâtre devant un public
like-a-4 = prendre des photos et les retoucher
like-a-5 = imaginer un nouveau décor pour une pièce
like-s-1 = expliquer à quelqu'un une chose difficile
like-s-2 = réconforter une personne inquiète
like-s-3 = donner un cours à un groupe
like-s-4 = aider deux personnes à régler une dispute
like-s-5 = faire visiter les lieux à une nouvelle personne dans l'équipe
like-e-1 = mener une équipe vers un but
like-e-2 = convaincre des gens d'adopter un plan
like-e-3 = lancer une petite entreprise
like-e-4 = parler au nom d'un groupe dans une réunion
like-e-5 = décider qui fait quoi et pour quand
like-c-1 = vérifier qu'il n'y a pas d'erreurs dans des formulaires
like-c-2 = tenir des dossiers dans un ordre exact
like-c-3 = chercher dans un manuel de codes et le suivre à la lettre
like-c-4 = saisir des chiffres et vérifier que le total est juste
like-c-5 = planifier une semaine à l'heure près

hours = Combien d'heures par semaine pourriez-vous étudier ?
hours-short = Heures d'étude
hours-help = En plus d'un emploi et de tout le reste, semaine après semaine. Dix heures, c'est courant.
hours-skip = alors 10 heures par semaine sont supposées

stop = Pourriez-vous arrêter de travailler pendant un temps pour étudier ?
stop-short = Arrêt pour études
stop-help = Sans salaire, aussi longtemps que dure un programme. Si vous dites non, rien n'est proposé qui l'exigerait.
stop-skip = alors rien n'est proposé qui l'exige

attend = Étudieriez-vous en personne, sur un campus près de chez vous ?
attend-short = Étudie en personne
attend-help = Sinon, seul ce qui s’enseigne à distance est proposé, et seules les écoles qui enseignent ainsi sont montrées.
attend-skip = alors les campus près de chez vous comptent aussi

move = Déménageriez-vous pour étudier sur un campus ailleurs ?
move-short = Prêt à déménager
move-help = Les programmes donnés sur un campus éloigné ne sont proposés que si vous dites oui.
move-skip = alors seul ce qui est donné près de chez vous ou à distance est proposé

budget = Combien pourriez-vous dépenser en tout pour des cours et des examens ?
budget-short = Budget
budget-help = Aide déduite, par exemple 3000. Laissez vide s'il n'y a pas de limite.
budget-skip = alors rien n'est écarté à cause de son prix

aid = Combien d'aide recevez-vous par année pour les droits de scolarité ?
aid-short = Aide
aid-help = Bourses, prestations et ce que paie un employeur, par exemple 2500 par année ; pas les prêts.
aid-skip = alors les droits de scolarité entiers sont comptés

time = Combien de temps, au plus, cela peut-il prendre pour y arriver ?
time-short = Durée
time-help = Par exemple « 24 mois » ou « 3 ans ». Laissez vide pour un maximum de dix ans.
time-skip = alors jusqu'à dix ans

matters = Qu'est-ce qui compte le plus pour vous ?
matters-short = Ce qui compte
matters-help = Cela décide de l'ordre, non de ce qui est possible ; vous pouvez le changer dans le résultat.
matters-skip = alors tout compte dans les proportions habituelles
preset-balanced = un peu de tout
preset-pay = le salaire sur dix ans
preset-soonest = y arriver bientôt
preset-cheapest = dépenser peu
preset-surest = avoir le plus de chances de réussir
preset-own = des poids choisis par vous

## Seconds regards.

doubt-schooling = Vous dites avoir terminé « { $award } » ({ $level }), mais votre niveau d'études indiqué est : { $said }. Qu'est-ce qui est juste ?
doubt-schooling-help = Le niveau d'études décide des cours et des postes qui vous acceptent.
doubt-schooling-award = Je l'ai terminé, et mon niveau d'études est : { $level }
doubt-schooling-said = Je ne l'ai pas terminé
doubt-likes = Vous avez donné presque partout la même réponse, ce qui ne permet pas de distinguer vos goûts. Voulez-vous revoir ces phrases ?
doubt-likes-help = Avec des différences, les postes qui vous ressemblent le plus ressortent. Sans elles, les goûts sont laissés de côté.
doubt-skills = Vous vous donnez le même niveau élevé pour toutes les compétences. Voulez-vous les revoir ?
doubt-skills-help = Les employeurs vérifient ce qu'on affirme ; un niveau trop haut fait paraître un parcours plus court qu'il ne l'est.
doubt-again = les revoir
doubt-keep = laisser comme cela
