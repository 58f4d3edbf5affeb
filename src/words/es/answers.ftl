# Lo que dice el motor: requisitos, razones, pasos, notas.

or = o
and = y
nothing = nada
some-of = { $n } a elegir ({ $parts })
more-of = { $n } más a elegir ({ $parts })
months = { $n ->
    [one] { $n } mes
   *[other] { $n } meses
}
months-as = { $months } de experiencia ({ $roles })
months-more-as = { $n ->
    [one] { $n } mes más de experiencia ({ $roles })
   *[other] { $n } meses más de experiencia ({ $roles })
}
skill-level = { $skill } (nivel { $level })
months-short = ene feb mar abr may jun jul ago sep oct nov dic

education-none = ningún diploma
education-high_school = un diploma de secundaria (high school)
education-certificate = un certificado postsecundario
education-associate = un título de asociado (de dos años)
education-bachelor = una licenciatura
education-master = una maestría
education-doctorate = un doctorado

basis-observed = observado
basis-published = publicado
basis-imputed = estimado
basis-assumed = supuesto

criterion-earnings = ingresos
criterion-months = tiempo
criterion-cost = costo
criterion-chance = probabilidad
criterion-fit = habilidades
criterion-demand = demanda

## La ruta en una línea.

line-now = hoy
line-role = { $name } (mes { $n })
line-alongside = junto al trabajo

## En qué es mejor una ruta que otra.

sooner = { $months } antes
later = { $months } después
cheaper = cuesta { $money } menos
dearer = cuesta { $money } más
earns-more = gana { $money } más
earns-less = gana { $money } menos
chance-against = el { $one } % termina, no el { $other } %
earnings-not-known = no se sabe cuánto ganaría
earnings-known = se sabe cuánto ganaría
best-soonest = la más corta, { $months } menos
best-cheapest = la más barata, { $money } menos
best-earnings = con la que más gana, { $money } más
best-chance = lo más seguro: el { $one } % termina, no el { $other } %
best-no-degree = sin título de asociado ni universitario
best-no-stop = sin dejar el empleo para estudiar

## Pasos.

needed-for = se exige para { $step }
the-target = la meta
pay-while-studying = un salario mientras estudia

## Lo que no se sabe.

unknown-pay = aquí no se conoce el salario: { $role }
imputed-pay = salario estimado para { $role }, según: { $from }
imputed-off = salario estimado para { $role }, { $percent } % más o menos, según: { $from }
assumed-cost = costo supuesto para { $program }: { $why }
assumed-rule = { $step }: criterio nuestro, { $why }
from-others = { $n ->
    [one] { $n } cifra más ({ $region })
   *[other] otras { $n } cifras ({ $region })
}
from-others-and = { $n ->
    [one] { $n } cifra más ({ $region }; { $state })
   *[other] otras { $n } cifras ({ $region }; { $state })
}
from-wider = { $from }, de un grupo más amplio de ocupaciones

## Por qué un puesto está cerrado y qué lo abre.

lacks-today = hoy le falta: { $what }
bar-not-offered = no se enseña donde usted vive
bar-budget = cuesta { $cost }, su presupuesto es de { $budget }
bar-months = no antes del mes { $month }, su límite es de { $months }
bar-keeps-job = no se puede hacer junto con un empleo con sus horas, y no puede dejar de trabajar
opens-hours = { $n ->
    [one] { $n } hora de estudio por semana además de un empleo
   *[other] { $n } horas de estudio por semana además de un empleo
}
opens-stop = poder dejar de trabajar para estudiar
opens-months = { $months } para llegar
opens-budget = un presupuesto de { $budget } ({ $more } más)
opens-elsewhere = estudiar donde está el campus, o el mismo programa en línea
opens-living = vivir en otro lugar ({ $places })
opens-living-more = { $n ->
    [one] vivir en otro lugar ({ $places } o { $n } más)
   *[other] vivir en otro lugar ({ $places } o uno de { $n } más)
}
opens-having = tener: { $holding }

## Por qué no se examinó todo.

stop-work = había demasiado que examinar
stop-steps = hay más de { $n } pasos a su alcance

## Notas.

note-scale = La escala de salarios es de otra región ({ $used }): no se publica ninguna para la suya ({ $own }).
note-no-scale = Aquí no se conoce el salario mediano de todos los trabajadores: la ganancia y el costo no cuentan.
note-bands-own = { $made } de cada 100 personas deberían ganar dentro de la franja; en nuestra prueba, con años posteriores de personas cuyo salario se conocía, fue así para { $held } que siguieron en su ocupación y { $changed } que la cambiaron ({ $people }).
note-bands = { $made } de cada 100 personas deberían ganar dentro de la franja; en nuestra prueba, con personas cuyo salario no se conocía y con años posteriores, fue así para { $held } ({ $people }).
note-nominal = El salario nominal, en dinero de cada año, crece como creció el salario del grupo principal de la ocupación en los años hasta { $until }; probado con años posteriores, un pronóstico así se desvió { $one } %, { $three } % y { $six } % después de 1, 3 y 6 años. Más allá no se da, y no cambia ningún orden.
note-no-nominal = Aquí no se sabe cómo crecen los salarios con los años: no se muestra el salario nominal.
note-own-pay = Su salario de { $pay } cuenta para todos los años que vienen, cada año menos: a los seis años queda { $percent } % de su diferencia con lo usual en el mismo trabajo, { $related } % en uno parecido y { $changed } % en cualquier otra ocupación.
note-own-pay-unlike = Su salario queda fuera de lo que se toma para el puesto que tiene: ¿es el salario de un año completo, y es el puesto correcto?
