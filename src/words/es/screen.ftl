# Resultados en pantalla.

screen-ranking = A dónde podría llegar
screen-key = Salario en el año { $year } de cada ruta; │ marca seguir sin cambios, { $stay }.
screen-no-pay = salario desconocido
screen-row = { $months }, { $cost }, { $gain }
screen-trajectory = Salario año por año
screen-trajectory-key = ├─●─┤ la mediana y la franja de las personas con esa experiencia; ○ sin cambios
screen-part = parte del año
screen-calendar = Pasos
screen-calendar-key = █ en curso  ▶ empieza el empleo
screen-to = { $from } a { $to }
screen-more = Qué más se sabe

screen-what = ¿Y ahora?
screen-open = abrir: { $title }
screen-matters = lo que más importa (ahora: { $preset })
screen-matters-text = ¿Qué es lo que más le importa?
screen-compare = comparar dos puestos
screen-compare-first = ¿Cuál?
screen-compare-second = ¿Con cuál?
screen-save = guardar
screen-save-text = ¿Cómo lo guardamos?
screen-save-html = una página para ver o imprimir
screen-save-md = notas en Markdown
screen-save-text-file = texto simple
screen-save-json = JSON para otros programas
screen-saved = Guardado en { $file }.
screen-back = volver a la lista
screen-done = terminar
