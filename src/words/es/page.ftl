# La página para guardar.

page-skip = ir al contenido
page-headline = En palabras sencillas
page-best = Según lo que más te importa ({ $preset }), en primer lugar queda: { $title }.
page-best-sums = { $sums }. El dinero se cuenta a lo largo de { $years } años.
page-first-step = Primer paso: { $step }.
page-trajectory = Salario año por año
page-chart-title = Salario anual en esta ruta, comparado con el que tendrías sin cambios; meta: { $title }
page-chart-line = { $title }: { $first } en el año { $from }, { $last } en el año { $to }, con una franja de { $low } a { $high } en el año { $to }.
page-chart-stay = Sin cambios: { $first } en el año { $from }, { $last } en el año { $to }.
page-no-chart = El salario de esta ruta no se conoce, así que no hay gráfica.
page-legend-pay = punto medio del salario en esta ruta
page-legend-band = franja hecha para abarcar a { $made } de cada 100 personas (abarcó a { $held })
page-legend-stay = sin cambios: { $title }
page-steps = Qué hacer y cuándo
page-gantt-title = Pasos de { $from } a { $to }
page-gantt-line = { $title }: de { $from } a { $to }.
page-costs = Cuánto cuesta y cuánto se gana
page-what = qué
page-when = cuándo
page-cost = costo
page-all-steps = todos los pasos juntos
page-pay = salario
page-band = franja ({ $held } de 100)
page-staying = sin cambios
page-why = Por qué, y qué más conviene saber
page-others = Qué más podrías hacer
page-other = otros destinos
page-role = puesto
page-months = tiempo
page-gain = más que sin cambios
page-chance = probabilidad
page-score = puntaje
page-closed = Qué está cerrado y qué lo abriría
page-unknown = Lo que no se sabe
page-nothing-unknown = Se conocen todas las cifras de esta ruta.
page-more-unbeaten = { $n } más que ninguna otra supera
page-shown-of = Puestos alcanzables en esta página: { $shown } de { $all }.
page-sources = De dónde vienen las cifras
page-notes = Cómo leer esta página
page-made = Página hecha en { $month }. Está completa: no carga ni envía nada.

## El mapa.

map-title = Qué lleva a qué
map-for = Qué lleva a qué, para una persona de esta región: { $region }
map-desc = { $roles } puestos, { $credentials } credenciales y { $programs } programas en { $layers } columnas, de izquierda a derecha: cuanto más a la derecha está algo, más pasos hacen falta antes. Lo mismo está en la lista de abajo.
map-search = Buscar
map-search-help = Escribe parte de un nombre; lo que no la contiene se ve más pálido.
map-found = { $n ->
    [one] { $n } nombre coincide
   *[other] { $n } nombres coinciden
}
map-list = Todo lo que hay en el mapa
map-legend = Leyenda
map-kind-role = puesto
map-kind-credential = credencial
map-kind-program = programa
map-kind-schooling = nivel de estudios
map-kind-skill = habilidad
map-state-held = ya lo tienes
map-state-open = abierto para ti hoy
map-state-reachable = a tu alcance
map-state-aside = posible, pero ninguna buena ruta pasa por ahí
map-state-unsettled = sin determinar
map-state-blocked = cerrado dentro de tus límites
map-chosen = en la ruta mostrada
map-layer = { $n ->
    [0] desde el principio
    [one] después de { $n } paso
   *[other] después de { $n } pasos
}
map-nowhere = nada lleva ahí
map-needs = pide
map-helps = ayuda a llegar a
map-details = Elige algo en el mapa para leer sobre ello: con el mouse, o con Tab y las teclas de flecha.
map-why-holds = tenerlo
map-why-months = meses de trabajo
map-why-schooling = estudios
map-why-skill = habilidad
map-why-gives = permite obtenerlo
