# Un informe, un puesto explicado y puestos lado a lado, sea cual sea su formato.

title = Rutas profesionales: { $region }
person-holds = ya tienes: { $names }
person-works = puesto actual: { $role }
person-no-job = hoy sin empleo
person-may-stop = puedes dejar de trabajar
person-may-not-stop = no puedes dejar de trabajar
at-most = como máximo { $what }
staying = Si no das ningún paso: { $stay }.
staying-role = { $title }, { $money } en { $years } años
staying-open = seguir sin cambios es tomar el empleo a tu alcance hoy que mejor paga al principio ({ $title }), { $money } en { $years } años
staying-none = hoy no tienes abierto ningún puesto
none-found = No se encontró ninguna ruta.
none-found-try = Un presupuesto mayor, más tiempo, más horas de estudio o poder dejar de trabajar pueden abrir una; un puesto deseado que está cerrado dice exactamente qué lo abre.
pinned = Ruta fijada: { $title }
score = puntaje { $score }
part-of-year = parte del año
closed = { $title }: ninguna ruta dentro de tus límites

## Palabras del margen.

label-sums = Resumen
label-beside = Comparada
label-premia = Primas
label-choices = Tu elección
label-why = Por qué
label-employers = Empleadores
label-kept = Conservas
label-unknown = Desconocido
label-figures = Fuentes
label-or = O
label-opens = Se abre con
label-year = Año
label-pay = Salario
label-held = { $held } de 100
label-staying = Sin cambios
label-nominal = Nominal

## Una ruta.

best-anyway = esta es la mejor ruta si no se elige nada
not-comparable = sus ingresos no se pueden comparar
best-without = la mejor sin tu elección es { $line }: { $how } (puntaje { $score })
costs = cuesta { $money }
costs-and-more = cuesta { $money }, más una parte que no se conoce
pays-less = ganas { $money } menos que sin cambios
pays-more = ganas { $money } más que sin cambios
gain-not-known = ganancia desconocida
chance-none = probabilidad de éxito desconocida
chance-at-most = probabilidad de éxito de { $chance } como máximo
chance-is = probabilidad de éxito de { $chance }
sums = { $months }; { $cost }; { $gain }; { $chance }
step-enter = solicita el puesto; empiezas en { $date }: { $title }
step-alongside = { $title }, además de tu empleo, hasta { $date }
step-full-time = { $title }, a tiempo completo, hasta { $date }
no-pay = sin salario
band = { $low }-{ $high } mil
premia = { $premia }; la franja lo tiene en cuenta, el punto medio no
premium = salario con { $what } multiplicado por { $range } ({ $basis }, { $period })
range = { $low } a { $high }
or-else = { $apart }: { $line } ({ $sums })
prefer = prefieren: { $what }
kept = si paras después de { $after }, eso ya te abre: { $opens }
same-milestones = { $n ->
    [one] { $n } ruta más con los mismos hitos
   *[other] { $n } rutas más con los mismos hitos
}
more-unbeaten = { $n ->
    [one] { $n } ruta más no superada por ninguna: --alternatives N da la lista
   *[other] { $n } rutas más no superadas por ninguna: --alternatives N da la lista
}
and-also = y { $what }
weight-shared = se desconoce: { $criteria } (su peso se reparte)
fit-today = hoy tienes { $percent } % de sus habilidades

## Puestos cerrados.

only-choices = solo lo que excluyes o exiges lo cierra
opened-with = { $one } junto con { $other }
opens-nothing = ningún cambio por sí solo lo abre, ni quitar dos límites a la vez
opens-any = cualquiera de estos cambios: { $changes }

## Qué tan firme es el orden.

lost = Con tu elección ya no se puede llegar a estos puestos: { $titles }.
weight-above = el peso del criterio «{ $criterion }» pase de { $share } (ahora { $now }; después: { $title })
weight-below = el peso del criterio «{ $criterion }» baje de { $share } (ahora { $now }; después: { $title })
turn-cost = costara { $money } más
turn-earnings = te hiciera ganar { $money } menos
turn-months = tomara { $months } más
first-until = { $title } sigue en primer lugar hasta que { $turn }
first-always = { $title } sigue en primer lugar sea cual sea el peso de un solo criterio
passed-if = { $first }; { $title } pasaría adelante si la ruta que va primera { $figures }
draws = { $first }. La ruta que va primera lo sigue siendo en { $percent } % de { $draws } pruebas al azar (salarios { $pay } % más o menos, costos { $cost } %, tasas { $rate } %, pesos { $weight } %).
not-settled = Búsqueda incompleta, { $why }: { $titles }. Lo que se muestra de ellos puede ser superado; un presupuesto menor, menos tiempo o un puesto deseado acortan la búsqueda.
shown-of = Puestos alcanzables mostrados: { $shown } de { $all }; --top N muestra más.
graph = Grafo { $id } { $version } ({ $digest }), { $currency } de { $year }.
graph-short = Grafo { $id } { $version } ({ $digest }).

## Un puesto explicado.

explained = { $title }: { $region }
explained-unsettled = Búsqueda incompleta, { $why }: lo que se dice puede ser superado. Un presupuesto menor o menos tiempo acortan la búsqueda.
place-of = lugar { $place } de { $all } entre las rutas que ninguna supera
place-left-out = descartada; rutas que ninguna supera: { $all }
placed = { $place }; puntaje { $score }
what-beats = Qué la supera
what-for = Para qué sirve cada paso
asks-for = { $step } pide { $conditions }
step-for = { $step }: { $what }
score-of = De qué se compone el puntaje
column-value = valor
column-utility = utilidad
column-weight = peso
column-gives = aporta
value-not-known = no se sabe
left-out-of = Descartadas: { $shown } de { $all } examinadas y superadas, las mejores primero
as-good = igual de buena, y va antes en el orden
beaten-by = superada por { $line }: { $on }
closed-here = Ninguna ruta dentro de tus límites.
only-choices-shut = Solo lo que excluyes o exiges lo cierra.
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
not-together = cada cosa que pide se puede tener, pero no todas juntas dentro de tus límites
by-way = por { $step }: { $bars }
asks-what-cannot = pide lo que no puedes tener

## Puestos lado a lado.

compared = Puestos lado a lado: { $region }
compared-stay = sin cambios: { $title }
stay = sin cambios
is-closed = cerrado
is-unsettled = sin determinar
row-match = Habilidades hoy
row-months = Meses para llegar
row-cost = Costo
cost-or-more = { $money } o más
row-chance = Probabilidad de éxito
is-not-known = desconocida
is-at-most = como máximo { $chance }
row-pay = Salario, año { $year }
row-years = { $n } años
row-gain = Más que sin cambios
row-score = Puntaje
row-outlook = Perspectivas
percent = { $n } %
skill-levels = Habilidad: nivel que pide (el tuyo)
unknown-are = Desconocido: { $what }
figures-are = Fuentes: { $sources }
without-choices = Sin tu elección: { $line } (puntaje { $score })
compared-unsettled = Búsqueda incompleta, { $why }: lo que se dice puede ser superado.
compared-closed = Ninguna ruta dentro de tus límites; { $why }.
explain-tells = { $lacks }; `careerpath explain` dice qué lo abriría
your-choices = Tu elección: { $choices }.
left-out = excluir { $ids }
insisted-on = exigir { $ids }
compared-key = El salario: el punto medio y la franja de las personas con esa experiencia, después de la mejor ruta; niveles de habilidad: 0 ninguno, 1 nociones, 2 con ayuda, 3 sin ayuda, 4 avanzado, 5 experto.
