# La página para guardar.

page-skip = ir al contenido
page-headline = En palabras sencillas
page-best = Lo mejor para usted ({ $preset }): { $title }.
page-best-sums = { $sums }. El dinero se cuenta a lo largo de { $years } años.
page-first-step = Primer paso: { $step }.
page-trajectory = Salario año por año
page-chart-title = Salario anual en esta ruta, comparado con el que tendría sin cambios; meta: { $title }
page-chart-line = { $title }: { $first } en el año { $from }, { $last } en el año { $to }, con una franja de { $low } a { $high } en el año { $to }.
page-chart-stay = Sin cambios: { $first } en el año { $from }, { $last } en el año { $to }.
page-no-chart = El salario de esta ruta no se conoce, así que no hay gráfica.
page-legend-pay = salario mediano en esta ruta
page-legend-band = { $made } de cada 100 personas deberían estar en esta franja ({ $held } en nuestra prueba)
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
page-others = Qué más podría hacer
page-other = otros destinos
page-role = puesto
page-months = tiempo
page-gain = más que sin cambios
page-chance = terminan
page-score = puntaje
page-closed = Qué está cerrado y qué lo abriría
page-unknown = De qué no estamos seguros
page-nothing-unknown = No falta ninguna cifra de esta ruta.
page-more-unbeaten = { $n ->
    [one] { $n } buena ruta más
   *[other] { $n } buenas rutas más
}
page-shown-of = Puestos alcanzables en esta página: { $shown } de { $all }.
page-sources = De dónde vienen las cifras
page-notes = Cómo leer esta página
page-made = Página hecha en { $month }. Está completa: no carga ni envía nada.

## El mapa.

map-title = Mapa de rutas
map-for = Mapa de rutas para { $region }
map-desc = { $roles } puestos, { $credentials } credenciales y { $programs } programas en { $layers } columnas, de izquierda a derecha: cuanto más a la derecha está algo, más pasos hacen falta antes. Lo mismo está en la lista de abajo.
map-search = Buscar
map-search-help = Escriba parte de un nombre; lo demás se atenúa.
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
map-state-held = ya lo tiene
map-state-open = abierto para usted hoy
map-state-reachable = a su alcance
map-state-aside = posible, pero en ninguna buena ruta
map-state-unsettled = sin determinar
map-state-blocked = cerrado dentro de sus límites
map-chosen = en la ruta mostrada
map-layer = { $n ->
    [0] desde el principio
    [one] después de { $n } paso
   *[other] después de { $n } pasos
}
map-nowhere = nada lleva ahí
map-needs = pide
map-helps = ayuda a llegar a
map-details = Elija algo en el mapa para leer sobre ello: con el mouse, o con Tab y las teclas de flecha.
map-why-holds = tenerlo
map-why-months = meses de trabajo
map-why-schooling = estudios
map-why-skill = habilidad
map-why-gives = permite obtenerlo
