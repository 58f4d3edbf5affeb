# Un informe, un puesto explicado y puestos lado a lado, sea cual sea su formato.

title = Rutas profesionales: { $region }
person-holds = ya tiene: { $names }
person-works = puesto actual: { $role }
person-no-job = hoy sin empleo
taken-for = «{ $said }» se entiende como: { $title }.
taken-as = { $title }: «{ $said }».
taken-for-unknown = No se encontró la ocupación de «{ $said }»: solo cuentan los meses y el pago.
background-licence = Nadie puede tener ese empleo sin ella, así que se da por obtenida: { $name }.
background-brings = Tomado de lo que se hace en esos empleos (valores de O*NET, imputado; corrígelo en las habilidades): { $skills }.
background-none = No se toma ninguna habilidad de ahí: indique las que tiene.
person-distance = estudia solo a distancia
person-may-stop = puede dejar de trabajar
person-may-not-stop = no puede dejar de trabajar
at-most = como máximo { $what }
staying = Si no cambia nada: { $stay }.
staying-role = { $title }, { $money } en { $years } años
staying-open = { $title }, el empleo mejor pagado que podría empezar hoy: { $money } en { $years } años
staying-none = hoy no tiene abierto ningún puesto
none-found = No se encontró ninguna ruta.
none-found-try = Un presupuesto mayor, más tiempo, más horas de estudio o poder dejar de trabajar pueden abrir una; un puesto deseado que está cerrado dice exactamente qué lo abre.
pinned = Ruta fijada: { $title }
score = puntaje { $score }
part-of-year = parte del año
closed = { $title }: ninguna ruta dentro de sus límites

## Palabras del margen.

label-sums = Resumen
label-beside = Comparada
label-premia = Primas
label-choices = Su elección
label-why = Por qué
label-employers = Empleadores
label-kept = Si para
label-unknown = No seguro
label-figures = Fuentes
label-or = O
label-opens = Se abre con
label-year = Año
label-pay = Salario
label-held = { $held } de 100
label-staying = Sin cambios
label-nominal = Nominal

## Una ruta.

best-anyway = también es la mejor sin sus elecciones
not-comparable = sus ingresos no se pueden comparar
best-without = la mejor sin su elección es { $line }: { $how } (puntaje { $score })
costs = cuesta { $money }
pays-less = en promedio paga { $money } menos que quedarse
pays-less-start = en promedio paga { $money } menos que empezar ahora
pays-more = en promedio paga { $money } más que quedarse
pays-more-start = en promedio paga { $money } más que empezar ahora
gain-not-known = ganancia desconocida
chance-is = el { $percent } % lo termina todo
chance-chosen = el { $percent } % es elegido para cada puesto
sums = { $months }; { $cost }; { $gain }; { $chance }
step-enter = solicite el puesto para empezar en { $date } como { $title }
step-alongside = { $title }, además de su empleo, hasta { $date }
step-full-time = { $title }, a tiempo completo, hasta { $date }
no-pay = sin salario
band = { $low }-{ $high } mil
premia = { $premia }; contado en la franja, no en la mediana
premium = con { $what } el salario es de { $range } veces más ({ $basis }, { $period })
range = { $low } a { $high }
or-else = { $apart }: { $line } ({ $sums })
prefer = prefieren: { $what }
kept = si para después de { $after }, todavía puede pasar a: { $opens }
same-milestones = { $n ->
    [one] { $n } ruta más con los mismos hitos
   *[other] { $n } rutas más con los mismos hitos
}
more-unbeaten = { $n ->
    [one] { $n } buena ruta más: --alternatives N la muestra
   *[other] { $n } buenas rutas más: --alternatives N las muestra
}
and-also = y { $what }
weight-shared = no se sabe, fuera del puntaje: { $criteria }
fit-today = hoy tiene el { $percent } % de las habilidades del puesto

## Puestos cerrados.

only-choices = solo lo que usted excluye o exige lo cierra
opened-with = { $one } junto con { $other }
opens-nothing = ningún cambio por sí solo lo abre, ni quitar dos límites a la vez
opens-any = cualquiera de estos cambios: { $changes }

## Dónde estudiar.

page-where = Dónde estudiar
label-where = Dónde
study-in-area = { $program }: { $n ->
    [one] una escuela de su área otorga este título
   *[other] { $n } escuelas de su área otorgan este título
}
study-none = { $program }: no se conoce ninguna escuela de su área que otorgue este título; las de otros lugares
study-usual = el costo es lo que esas escuelas suelen cobrar en su estado
school = { $name } ({ $place }): { $told }
school-priced = el costo se toma de aquí
school-miles = a { $n } millas
school-area = en su área
school-distance = sobre todo a distancia
school-ask-distance = pregunte si se puede estudiar a distancia
school-year = { $money } al año
school-whole = { $money } en total
school-worked-out = unos { $price }, según lo que pagan los estudiantes de pregrado
school-no-price = precio no publicado
school-district = unos { $price } para residentes de su distrito, { $money } para los demás del estado
school-awards = { $n } títulos de este tipo en el último año
school-accredited = acreditado por { $by } (a fecha de { $date })
school-ask-accredited = pregunte si { $by } lo acredita
school-earned = los graduados del campo ganaban { $money } cuatro años después (de { $n }, quienes tenían ayuda federal)
school-earned-first = los graduados del campo ganaban { $money } un año después (de { $n }, quienes tenían ayuda federal)
school-earned-both = los graduados del campo ganaban { $first } un año y { $money } cuatro años después (de { $n }, quienes tenían ayuda federal)

## Quedarse, advertencias, competencia.

if-finished = { $average } ({ $finished } si termina)
gain-more = { $money } más
gain-less = { $money } menos
chance-sure = sin exámenes ni cursos; la contratación se da por segura
stay-row = Quedarse como { $title }
start-row = Empezar ahora como { $title }, en { $months }
stay-row-none = No cambiar nada
part-wanted-next = Lo que usted quiere: próximos pasos
part-wanted-goal = Lo que usted quiere: metas más lejanas
part-wanted-unknown = Lo que usted quiere: no se sabe cuánto se gana
part-next = Próximos pasos
part-goal = Metas más lejanas
part-below_staying = Clasificados después de quedarse
part-below_staying-start = Clasificados después de empezar ahora
part-unknown = No se sabe cuánto ganan
folded = { $n } más pagan al menos { $percent } % menos que quedarse.
folded-start = { $n } más pagan al menos { $percent } % menos que empezar ahora.
folded-least = { $n } más pagan al menos { $percent } % menos que quedarse; los que menos pierden: { $least }.
folded-least-start = { $n } más pagan al menos { $percent } % menos que empezar ahora; los que menos pierden: { $least }.
folded-one-step = { $title } en { $months }, { $money } menos
folded-one = { $title } en { $months }, primero { $step }, { $money } menos
warn-prefers = se prefiere además: { $what }
warn-low_readiness = usted tendría el { $percent } % de las habilidades del puesto
warn-learned = se aprende en el puesto: usted aportaría el { $percent } % de sus habilidades
warn-few_openings = solo unas { $n } vacantes al año en { $region }
warn-heavy_hours = { $n } horas por semana junto al empleo, que es mucho
warn-beside_job = { $n } horas por semana junto al empleo
label-openings = Vacantes
openings = unas { $n } al año en { $region }, en toda la ocupación { $occupation }
openings-share = unas { $n } al año en { $region }: el { $percent } % de toda la ocupación { $occupation }
openings-graduates = { $openings }; { $n } graduados al año de los campos que llevan allí, { $each } por vacante; otros también se presentan
openings-no-graduates = { $openings }; allí ninguna escuela tiene graduados de los campos que llevan a él; otros también se presentan
few-openings = Solo se abren unos { $n } puestos de su ocupación al año en { $region }.
step-offered = el { $percent } % de quienes cumplen consigue un puesto así (juicio nuestro)
imputed-chances = las probabilidades de { $names } se toman de otros de su clase o se estiman
imputed-costs = los costos de { $names } se toman de otros de su clase
ready-for = { $n } de { $all } niveles de sus habilidades ({ $skills })
ready-lacks = { $what }, de los que tiene { $has }
only-by-size = sus pasos llevan allí, pero son más de los que puede tener una ruta; más dinero o tiempo no ayuda
opens-unsettled = no se ha podido establecer si esto ayuda: { $what }
limit-study_hours = más horas de estudio
limit-may_stop_working = poder dejar de trabajar
limit-months = más tiempo
limit-budget = un presupuesto mayor
limit-delivery = estudiar en otro lugar
superfluous = menos de sus pasos llevan allí igual de pronto
only-prepared = { $way }: le dejarían presentarse al examen; creemos que antes necesita un curso
person-aid = { $money } de ayuda al año
row-finished = Frente a quedarse, si termina

## Qué tan firme es el orden.

lost = Con su elección ya no se puede llegar a estos puestos: { $titles }.
weight-above = si el criterio «{ $criterion }» contara más de { $share } del puntaje (ahora { $now }), lo sería { $title }
weight-below = si el criterio «{ $criterion }» contara menos de { $share } del puntaje (ahora { $now }), lo sería { $title }
turn-cost = costara { $money } más
turn-earnings = le hiciera ganar { $money } menos
turn-months = tomara { $months } más
first-until = { $title } va primero; { $turn }
first-always = { $title } va primero pese lo que pese cada criterio
passed-if = { $first }; { $title } pasaría adelante si la ruta que va primera { $figures }
draws = { $first }. Lo siguió siendo en el { $percent } % de { $draws } pruebas con otras cifras (salarios { $pay } % más o menos, costos { $cost } %, tasas { $rate } %, pesos { $weight } %).
not-settled = La búsqueda no terminó, { $why }: { $titles }. Puede haber mejores que las mostradas; un presupuesto menor, menos tiempo o un puesto deseado la acortan.
shown-of = Puestos alcanzables mostrados: { $shown } de { $all }; --top N muestra más.
graph = Grafo { $id } { $version } ({ $digest }), { $currency } de { $year }.
graph-short = Grafo { $id } { $version } ({ $digest }).

## Un puesto explicado.

explained = { $title }: { $region }
explained-unsettled = La búsqueda no terminó, { $why }: puede haber mejores. Un presupuesto menor o menos tiempo la acortan.
place-of = número { $place } de { $all } buenas rutas
place-left-out = no está entre las { $all } buenas rutas
placed = { $place }; puntaje { $score }
what-beats = Qué es mejor
what-for = Para qué sirve cada paso
asks-for = { $step } pide { $conditions }
step-for = { $step }: { $what }
score-of = De qué se compone el puntaje
column-value = valor
column-utility = utilidad
column-weight = peso
column-gives = aporta
value-not-known = no se sabe
left-out-of = Descartadas: { $shown } de { $all }, las mejores primero
as-good = igual de buena, y va antes en el orden
beaten-by = { $line } es mejor: { $on }
closed-here = Ninguna ruta dentro de sus límites.
only-choices-shut = Solo lo que usted excluye o exige lo cierra.
why = Por qué
what-opens = Qué lo abriría
opens-pair = { $one }, junto con { $other }
no-opening = ningún cambio por sí solo, ni quitar dos límites a la vez
no-single = (ningún cambio basta por sí solo)
each-alone = (cada uno basta por sí solo)
all-of = todo lo que sigue:
one-of = al menos uno de estos puntos:
n-more-of = { $n } más a elegir:
see-above = { $what }: ver más arriba
too-late = no puede empezar antes del mes { $month }
not-together = cada cosa que pide se puede tener, pero no todas juntas dentro de sus límites
by-way = por { $step }: { $bars }
asks-what-cannot = pide lo que no puede tener

## Puestos lado a lado.

compared = Puestos lado a lado: { $region }
compared-stay = sin cambios: { $title }
stay = sin cambios
is-closed = cerrado
is-unsettled = sin determinar
row-match = Habilidades hoy
row-months = Meses para llegar
row-cost = Costo
row-chance = Terminan, %
row-pay = Salario, año { $year }
row-years = { $n } años
row-gain = Frente a quedarse, en promedio
row-score = Puntaje
row-outlook = Perspectivas
percent = { $n } %
skill-levels = Habilidad: nivel que pide (el suyo)
unknown-are = No es seguro: { $what }
figures-are = Fuentes: { $sources }
without-choices = Sin su elección: { $line } (puntaje { $score })
compared-unsettled = La búsqueda no terminó, { $why }: puede haber mejores.
compared-closed = Ninguna ruta dentro de sus límites; { $why }.
explain-tells = { $lacks }; `careerpath explain` dice qué lo abriría
your-choices = Su elección: { $choices }.
left-out = excluido: { $ids }
insisted-on = exigido: { $ids }
compared-key = El salario: la mediana y la franja de las personas con esa experiencia, después de la mejor ruta; niveles de habilidad: 0 ninguno, 1 nociones, 2 con ayuda, 3 sin ayuda, 4 avanzado, 5 experto.

## Cómo cambia la gente.

label-moves = Otros
moved-occupation = de cada 100 personas que dejaron esta ocupación ({ $from }) por otra, pasaron a { $to }: { $n }
moved-group = de cada 100 personas que dejaron { $from } por otra clase de trabajo, pasaron a este grupo, { $to }: { $n }; hay muy pocas personas para distinguir ocupaciones
moved-pay = { $line }; su salario { $rose ->
    [yes] subió
   *[no] bajó
} { $percent } % en promedio frente a quienes se quedaron
moved-few = menos de 1
major-11 = la gestión
major-13 = los negocios y las finanzas
major-15 = la informática y las matemáticas
major-17 = la arquitectura y la ingeniería
major-19 = las ciencias
major-21 = los servicios comunitarios y sociales
major-23 = el derecho
major-25 = la educación y las bibliotecas
major-27 = las artes, el deporte y los medios
major-29 = la atención de la salud y sus empleos técnicos
major-31 = el apoyo a la atención de la salud
major-33 = los servicios de protección
major-35 = la preparación y el servicio de comidas
major-37 = la limpieza y el mantenimiento de terrenos
major-39 = el cuidado y los servicios personales
major-41 = las ventas
major-43 = el apoyo administrativo y de oficina
major-45 = la agricultura, la pesca y la silvicultura
major-47 = la construcción y la extracción
major-49 = la instalación, el mantenimiento y la reparación
major-51 = la producción
major-53 = el transporte y el traslado de bienes
major-55 = las fuerzas armadas

## La primera pantalla.

first-unread = «{ $said }» no se leyó como ningún empleo: solo cuentan sus meses y su salario. `careerpath jobs PALABRAS` muestra qué se lee; palabras más sencillas ayudan.
first-stay = Si no cambia nada: { $title }, { $first } en el año { $year }, { $last } en el año { $later }.
first-start = Si empieza ahora como { $title }, el empleo abierto que mejor paga: { $first } el año { $year }, { $last } el año { $later }.
first-start-wanted = Lo que quiere ya está abierto: empiece como { $title }, { $first } el año { $year }, { $last } el año { $later }.
first-stay-unknown = Si no cambia nada: { $title }; no se sabe cuánto paga.
first-stay-none = Si no cambia nada: sin trabajo y sin salario.
first-years = { $years ->
    [one] { $years } año
   *[other] { $years } años
}
first-both = { $years ->
    [one] { $years } año
   *[other] { $years } años
} { $months } m
first-head-ready = Tiempo
first-head-cost = Costo
first-head-pay = Salario año { $year }
first-head-pay-short = Año { $year }
first-head-gain = Gana, { $years } a
first-head-finished = Si termina
first-closed = { $title }: fuera de sus límites; --all dice qué lo abriría
first-unsettled = { $title }: sin resolver; --all dice por qué
first-unsettled-others = Sin resolver, y sin pedirlo: { $title }; vea --all
first-head-chance = Logro
first-shown = { $shown } de { $all } empleos al alcance: lo que quiere, luego por puntaje. * lo más rápido
first-work = Trabajar como { $title }: { $months }
first-wait = Seguir como { $title }: { $months }
first-fairly = ¿Resultado reñido? Un poco: { $title } siguió primero en { $percent } de 100 pruebas con otras cifras.
first-route = La ruta { $rank } empieza así ({ $title })
first-enter = Buscar un puesto de { $title }: unos { $months }
first-study = { $title }, mientras trabaja: { $months }
first-study-full = { $title }, a tiempo completo: { $months }
first-earn = Prepararse para el examen { $title }, mientras trabaja: { $months }
first-earn-full = Prepararse para el examen { $title }, a tiempo completo: { $months }
first-firm = ¿Resultado reñido? No: { $title } siguió primero en { $percent } de 100 pruebas con otras cifras.
first-close = ¿Resultado reñido? Sí: { $title } siguió primero solo en { $percent } de 100 pruebas con otras cifras.
first-next = Después: --route 1 para una ruta, --all para todas, --sources para las fuentes
first-next-all = Después: --all para todos los empleos y por qué otros no se alcanzan, --sources para las fuentes
first-next-none = Después: --all dice por qué no se alcanza cada uno.
