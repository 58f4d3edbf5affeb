# Le questionnaire : questions, aide, ce que coûte une question passée, et réponses aimables à ce qui ne peut pas être retenu.

## Façons de répondre.

ask-welcome = Quelques questions sur vous : environ { $minutes } minutes. Rien ne quitte cet ordinateur.
ask-how = Entrée : suivant, ou passer. Esc ou < : retour. ? : aide. Ctrl-C : enregistrer et quitter.
ask-resume = { $n ->
    [one] Continuer votre brouillon ({ $n } réponse) ?
   *[other] Continuer votre brouillon ({ $n } réponses) ?
}
ask-resume-yes = continuer
ask-resume-no = recommencer
ask-damaged = Le brouillon { $file } est illisible. Il est gardé sous { $kept }, et les questions recommencent au début.
ask-kept = Vos réponses sont enregistrées dans { $file }. Pour continuer, lancez `{ $command }` dans un terminal.
ask-unasked = il n'y a plus de question ; cette ligne est ignorée
ask-ended = Les réponses se terminent avant la dernière question.
ask-saved = Votre profil est enregistré dans { $file }. C'est du texte brut : modifiez-le si vous voulez, puis lancez `careerpath recommend { $file }`.
ask-skip-costs = passer : { $costs }
ask-none = aucun de ces choix
ask-list-help = ↑↓ : se déplacer. Entrée : choisir. Tapez pour chercher. Esc : retour.
ask-back = retour
ask-that-is-all = c'est tout
ask-so-far = Jusqu'ici : { $chosen }
ask-other-country = C'est un autre pays : montants, programmes, titres professionnels et emplois vous sont redemandés.
ask-cannot-skip = Une réponse est nécessaire ici. { $help }
ask-no-choice = « { $said } » n'est pas un des choix : répondez par un numéro de 1 à { $most }, ou par les mots du choix.
ask-no-such = Rien ici ne correspond à « { $said } ».
ask-no-such-near = Rien ici ne correspond à « { $said } » ; vouliez-vous dire « { $near } » ?
ask-no-number = « { $said } » n'est pas un nombre que nous pouvons lire : écrivez { $example }.
ask-range = La valeur « { $said } » est hors limites : donnez un nombre de { $low } à { $high }.
ask-pay-unlikely = « { $said } » est loin de ce que paie un tel emploi : neuf personnes sur dix gagnent au moins { $low } par année, une sur dix au moins { $high }. Donnez le salaire d'une année entière, ou d'une heure, par exemple 19,50/heure.
ask-pay-unit = « { $said } » est-il un salaire horaire ? Écrivez { $said }/heure, ou donnez le salaire d'une année entière.
ask-too-long = C'est trop long : au plus 200 caractères.
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
region-help = Une ville, un comté, un État ou une province. Les salaires et les écoles sont ceux de ce lieu.
region-unknown = Nous ne connaissons aucun lieu appelé « { $said } ». Nommez votre État ou votre province, ou la grande ville la plus proche.
region-which = Lequel de ces lieux est-ce ?
region-which-help = Les salaires sont publiés pour ces régions ; choisissez la vôtre, ou la plus proche.

education = Quel est le plus haut niveau d'études que vous avez terminé ?
education-short = Niveau d'études
education-help = Ce que vous avez terminé ; un programme en cours ne compte pas encore.

awards = Lesquels de ces programmes avez-vous terminés ?
awards-short = Diplômes obtenus
awards-help = Un certificat ou un diplôme de ce domaine vous évite des étapes pour lesquelles d'autres doivent étudier.
awards-skip = aucun, ou pas maintenant (des cours que vous avez déjà suivis peuvent être proposés)

credentials = Lesquels de ces titres professionnels et permis détenez-vous ?
credentials-short = Titres et permis détenus
credentials-help = Seulement ceux qui sont à votre nom et valides aujourd'hui. Un permis d'infirmière ou un cours militaire compte aussi.
credentials-skip = aucun, ou pas maintenant (des examens que vous avez déjà réussis peuvent être proposés)

job-first = Quel est votre emploi aujourd'hui, ou quel a été le dernier ? Dites-le dans vos mots.
job-next = Un autre emploi, actuel ou passé ? Dites-le dans vos mots, ou laissez vide.
job-short = Emplois
job-help = Par exemple « j'accueille et inscris les gens dans une clinique », « codeur médical » ou « gérant de magasin » : tout emploi convient. Les mois passés dans un poste peuvent ouvrir le suivant.
job-skip = aucune expérience ne compte, et le salaire est celui d'une personne qui débute
job-outside = un autre emploi : « { $said } »
job-which = Lequel de ces postes s'en rapproche le plus ?
job-which-help = Ce que vous avez fait compte plus que le titre.
job-months = Combien de temps, au total, avez-vous travaillé dans ce poste : { $role } ?
job-months-help = Par exemple « 18 mois » ou « 2 ans ». Un nombre seul compte en mois.
job-months-skip = aucune expérience dans ce poste ne compte
job-now = Est-ce votre emploi actuel ?
job-now-help = Vous pouvez étudier tout en gardant un emploi, et tout est comparé au fait d'y rester.
job-now-outside = Est-ce votre emploi actuel ?
job-now-outside-help = Si oui, tout est comparé au fait d'y rester. Un ancien emploi compte pour ce qu'il vous a appris.
job-today = aujourd'hui
job-pay = Quel salaire y gagnez-vous, avant impôts ?
job-pay-help = Par année, par exemple 41500, ou par heure, par exemple 19,50/heure.
job-pay-skip = nous supposons le salaire habituel pour votre expérience
job-pay-usual-help = Par année, par exemple 41500, ou par heure, par exemple 19,50/heure.
job-pay-usual-skip = nous supposons le salaire habituel de cet emploi là où vous vivez
job-pay-needed-help = Cet emploi est hors de l'information sur la santé. Dites-nous ce qu'il paie et nous comparerons : par année, par exemple 41500, ou par heure, par exemple 19,50/heure.

targets = Y a-t-il un poste que vous souhaitez ?
targets-short = Postes souhaités
targets-help = Vous pouvez en nommer plusieurs. Laissez vide pour les voir tous, classés.
targets-skip = nous examinons tous les postes du domaine
targets-current = « { $said } » est votre emploi actuel : y rester est affiché de toute façon. Nommez-en un autre, ou laissez vide.

skill = { $skill } : que savez-vous faire ?
skill-short = Compétences
skill-help = Niveaux de 0 à 5. Si vous hésitez, prenez le plus bas : ce que vous pouvez démontrer compte.
skill-skip = nous le tirons de vos emplois et de vos cours, ou comptons 0
skill-taken = nous le tirons de votre emploi : { $level } (estimé d'après O*NET)
skill-0 = Je ne l'ai jamais fait
skill-1 = Je sais de quoi il s'agit
skill-2 = Je l'ai fait avec de l'aide
skill-3 = Je règle sans aide les cas courants
skill-4 = Je règle sans aide les cas difficiles
skill-5 = On me demande de l'aide à ce sujet

likes = Trente courtes questions sur ce que vous aimez : deux minutes. Y répondre maintenant ?
likes-short = Goûts
likes-help = Elles montrent quels postes conviennent à vos goûts. Elles ne changent pas le classement.
interest-R = travail manuel
interest-I = recherche et analyse
interest-A = création
interest-S = aide aux autres
interest-E = direction et persuasion
interest-C = ordre et chiffres
likes-skip = nous ne pouvons pas montrer si les postes conviennent à vos goûts
like = Aimeriez-vous { $what } ?
like-help = Peu importe si vous en êtes capable ou ce que cela rapporte : seulement si cela vous plairait.
like-skip = cette question ne compte ni comme un oui ni comme un non
like-1 = déteste
like-2 = n'aime pas
like-3 = sans avis
like-4 = aime
like-5 = aime beaucoup
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
hours-help = En plus d'un emploi et de tout le reste, chaque semaine. Dix heures, c'est courant.
hours-skip = nous supposons 10 heures par semaine

stop = Pourriez-vous arrêter de travailler pendant un temps pour étudier ?
stop-short = Arrêt pour études
stop-help = Sans salaire, aussi longtemps que dure un programme. Si vous dites non, nous ne proposons rien qui l'exige.
stop-skip = nous ne proposons rien qui l'exige

attend = Étudieriez-vous en personne, sur un campus près de chez vous ?
attend-short = Étudie en personne
attend-help = Sinon, nous ne proposons que des études à distance, et les écoles qui en offrent.
attend-skip = les campus près de chez vous sont compris

move = Déménageriez-vous pour étudier sur un campus ailleurs ?
move-short = Prêt à déménager
move-help = Nous ne proposons des programmes sur un campus éloigné que si vous dites oui.
move-skip = seulement les campus près de chez vous et les études à distance

budget = Combien pourriez-vous dépenser au total pour des cours et des examens ?
budget-short = Budget
budget-help = Aide déduite, par exemple 3000. Laissez vide s'il n'y a pas de limite.
budget-skip = aucune limite de prix

aid = Combien d'aide recevez-vous par année pour les droits de scolarité ?
aid-short = Aide
aid-help = Bourses, prestations et ce que paie un employeur, par exemple 2500 par année ; pas les prêts.
aid-skip = aucune aide : les droits de scolarité entiers sont comptés

time = Combien de temps, au plus, cela peut-il prendre pour y arriver ?
time-short = Durée
time-help = Par exemple « 24 mois » ou « 3 ans ». Laissez vide pour un maximum de dix ans.
time-skip = jusqu'à dix ans

matters = Qu'est-ce qui compte le plus pour vous ?
matters-short = Ce qui compte
matters-help = Cela décide de l'ordre, non de ce qui est possible. Vous pouvez le changer dans les résultats.
matters-skip = tout compte dans les proportions habituelles
preset-balanced = un peu de tout
preset-pay = le salaire sur dix ans
preset-soonest = y arriver bientôt
preset-cheapest = dépenser peu
preset-surest = avoir le plus de chances de réussir
preset-own = vos propres poids

## Seconds regards.

doubt-schooling = Vous avez terminé « { $award } » ({ $level }), mais vous avez indiqué ce niveau d'études : { $said }. Qu'est-ce qui est juste ?
doubt-schooling-help = Votre niveau d'études décide des cours et des postes qui vous acceptent.
doubt-schooling-award = Je l'ai terminé, et mon niveau d'études est : { $level }
doubt-schooling-said = Je ne l'ai pas terminé
doubt-likes = Vous avez donné presque partout la même réponse, et nous ne voyons pas ce que vous aimez. Revoir ces questions ?
doubt-likes-help = Avec des réponses différentes, les postes qui vous conviennent le mieux ressortent. Sinon, les goûts sont laissés de côté.
doubt-skills = Vous vous donnez le même niveau élevé pour toutes les compétences. Les revoir ?
doubt-skills-help = Les employeurs vérifient ce que vous affirmez ; un niveau trop haut fait paraître un parcours plus court qu'il ne l'est.
doubt-again = les revoir
doubt-keep = garder mes réponses
