# El cuestionario: preguntas, ayuda, lo que cuesta omitir, y respuestas amables a lo que no se puede aceptar.

## Maneras de responder.

ask-welcome = Unas preguntas sobre ti: unos { $minutes } minutos. Nada sale de este equipo.
ask-how = Enter continúa y una respuesta vacía omite la pregunta. Esc regresa; donde escribes, < también, y ? explica. Ctrl-C guarda un borrador.
ask-resume = { $n ->
    [one] Hay un borrador con { $n } respuesta. ¿Quieres continuarlo?
   *[other] Hay un borrador con { $n } respuestas. ¿Quieres continuarlo?
}
ask-resume-yes = continuarlo
ask-resume-no = empezar de nuevo
ask-damaged = El borrador { $file } no se puede leer; queda guardado como { $kept } y las preguntas empiezan de nuevo.
ask-kept = Tus respuestas están guardadas en { $file }. `{ $command }` en una terminal continúa con ellas.
ask-unasked = ya no se pregunta nada; esto no se toma
ask-ended = Las respuestas se acaban antes que las preguntas.
ask-saved = Tu perfil está en { $file }. Es texto simple: cambia lo que quieras y ejecuta `careerpath recommend { $file }`.
ask-skip-costs = omitir: { $costs }
ask-none = nada de esto
ask-list-help = ↑↓ mueve, Enter elige, escribe para buscar, Esc regresa
ask-back = atrás
ask-that-is-all = eso es todo
ask-so-far = Hasta ahora: { $chosen }
ask-other-country = Es otro país: se vuelven a preguntar montos, programas, credenciales y empleos.
ask-cannot-skip = Esta respuesta hace falta: { $help }
ask-no-choice = No hay ninguna opción «{ $said }»: responde con un número del 1 al { $most }, o con las palabras de la opción.
ask-no-such = Aquí nada se llama «{ $said }».
ask-no-such-near = Aquí nada se llama «{ $said }»; ¿quisiste decir «{ $near }»?
ask-no-number = «{ $said }» no es un número que se pueda leer: escribe { $example }.
ask-range = El valor «{ $said }» está fuera de los límites: puede ir de { $low } a { $high }.
ask-pay-unlikely = «{ $said }» está lejos de lo que paga un empleo así: nueve de cada diez ganan al menos { $low } al año, una de cada diez al menos { $high }. Escribe el salario de un año entero, o de una hora, por ejemplo 19.50/hora.
ask-pay-unit = ¿Es “{ $said }” el pago de una hora? Escribe { $said }/hora, o el salario de un año entero.
ask-too-long = Eso es muy largo: basta una línea de hasta 200 letras.
ask-first-question = Esta es la primera pregunta.
yes = sí
no = no

## Las respuestas, una vez más.

review = Tus respuestas
review-text = ¿Guardarlas o cambiar alguna?
review-save = guardar
review-change = cambiar: { $question }
review-skipped = sin respuesta

## Preguntas.

region = ¿Dónde vives y quieres trabajar?
region-short = Lugar
region-help = Una ciudad, un condado, un estado o una provincia; los salarios y las escuelas son los de ese lugar.
region-unknown = Ningún lugar conocido aquí se parece a «{ $said }». Di tu estado o provincia, o la ciudad grande más cercana.
region-which = ¿Cuál de estos lugares es?
region-which-help = Los salarios se publican para estas zonas; elige la que te rodea.

education = ¿Cuál es el nivel de estudios más alto que has terminado?
education-short = Nivel de estudios
education-help = Lo que ya terminaste; un programa en curso todavía no cuenta.

awards = ¿Cuáles de estos programas has terminado?
awards-short = Títulos obtenidos
awards-help = Los certificados y títulos de este campo abren pasos para los que otras personas tienen que estudiar.
awards-skip = sin esto, se te pueden volver a proponer cursos que ya hiciste

credentials = ¿Cuáles de estas credenciales y licencias tienes?
credentials-short = Credenciales y licencias
credentials-help = Solo las que están a tu nombre y son válidas hoy; una licencia de enfermería o un curso militar también abre pasos.
credentials-skip = sin esto, se te pueden volver a proponer exámenes que ya aprobaste

job-first = ¿Cuál es tu empleo hoy, o cuál fue el último? Dilo con tus propias palabras.
job-next = ¿Otro empleo, de ahora o de antes? Dilo con tus propias palabras, o déjalo en blanco.
job-short = Empleos
job-help = Por ejemplo, «registro a la gente cuando llega a una clínica», «codificador médico» o «encargado de tienda»: cualquier empleo sirve. Los meses en un puesto pueden abrir el siguiente.
job-skip = sin esto no cuenta ninguna experiencia, y el salario es el de quien empieza
job-outside = otro empleo: «{ $said }»
job-which = ¿Cuál de estos puestos se parece más?
job-which-help = Lo que hiciste importa más que el nombre del puesto.
job-months = ¿Cuánto tiempo has trabajado, en total, en este puesto: { $role }?
job-months-help = Por ejemplo, «18 meses» o «2 años». Un número solo cuenta como meses.
job-months-skip = entonces no cuenta ninguna experiencia en él
job-now = ¿Es tu empleo de hoy?
job-now-help = Quien tiene un empleo puede estudiar al mismo tiempo, y todo se compara con seguir en él.
job-now-outside = ¿Es tu empleo de hoy?
job-now-outside-help = Entonces todo se compara con quedarte en él. Un empleo que ya no tienes cuenta por lo que enseña.
job-today = hoy
job-pay = ¿Cuánto te pagan ahí, antes de impuestos?
job-pay-help = Por año, por ejemplo 41500; o por hora, por ejemplo 19.50/hora.
job-pay-skip = entonces se supone que tu salario es el de las personas con tu experiencia
job-pay-usual-help = Por año, por ejemplo 41500; o por hora, por ejemplo 19.50/hora.
job-pay-usual-skip = entonces se toma lo que suele pagar un empleo así donde vives
job-pay-needed-help = Por año, por ejemplo 41500; o por hora, por ejemplo 19.50/hora. Sin esto no se puede decir qué traería un cambio.

targets = ¿Hay algún puesto que desees?
targets-short = Puestos deseados
targets-help = Puedes nombrar más de uno. Déjalo en blanco para verlos todos en orden.
targets-skip = entonces se examinan todos los puestos del campo
targets-current = «{ $said }» es tu puesto de hoy: seguir en él se muestra de todos modos. Nombra otro, o déjalo en blanco.

skill = { $skill }: ¿en qué nivel estás?
skill-short = Habilidades
skill-help = Niveles de 0 a 5. Entre dos, toma el más bajo: cuenta lo que puedes demostrar.
skill-skip = entonces el nivel se toma de tus empleos y cursos, o como 0
skill-taken = entonces se toma de tu empleo: { $level } (imputado según O*NET)
skill-0 = No lo he hecho nunca
skill-1 = Sé de qué se trata
skill-2 = Lo he hecho con ayuda de alguien
skill-3 = Resuelvo sin ayuda los casos comunes
skill-4 = Resuelvo sin ayuda los casos difíciles
skill-5 = Me consultan sobre esto

likes = Treinta frases cortas sobre lo que te gusta: dos minutos. ¿Empezamos?
likes-short = Gustos
likes-help = Muestran qué puestos se parecen a lo que disfrutas. Eso se muestra junto al orden y no cambia nada en él.
interest-R = trabajo manual
interest-I = investigar y analizar
interest-A = crear
interest-S = ayudar a la gente
interest-E = dirigir y convencer
interest-C = orden y números
likes-skip = entonces los puestos se muestran sin decir si van con tus gustos
like = ¿Cuánto te gustaría { $what }?
like-help = No se trata de si puedes, ni de cuánto pagan: se trata de si lo disfrutarías.
like-skip = entonces esta frase no cuenta ni como sí ni como no
like-1 = nada
like-2 = más bien no
like-3 = más o menos
like-4 = bastante
like-5 = mucho
like-r-1 = reparar una bicicleta o una cerradura
like-r-2 = instalar pantallas, impresoras y cables
like-r-3 = construir o plantar algo al aire libre
like-r-4 = manejar en una ruta de reparto
like-r-5 = mantener una máquina funcionando día tras día
like-i-1 = averiguar por qué está mal un número en un informe
like-i-2 = leer cómo actúa una enfermedad en el cuerpo
like-i-3 = poner a prueba una idea paso a paso
like-i-4 = pasar toda la tarde con un rompecabezas
like-i-5 = comparar cifras para ver qué tratamiento dio mejor resultado
like-a-1 = escribir un cuento o una canción
like-a-2 = dibujar un cartel
like-a-3 = tocar música o actuar para otras personas
like-a-4 = tomar fotos y editarlas
like-a-5 = imaginar un nuevo aspecto para un cuarto
like-s-1 = explicarle a alguien algo difícil
like-s-2 = consolar a una persona preocupada
like-s-3 = dar una clase
like-s-4 = ayudar a dos personas a resolver una pelea
like-s-5 = mostrarle el lugar a alguien nuevo en el equipo
like-e-1 = dirigir a un equipo hacia una meta
like-e-2 = convencer a la gente de un plan
like-e-3 = empezar un negocio pequeño
like-e-4 = hablar en nombre de un grupo en una reunión
like-e-5 = decidir quién hace qué y para cuándo
like-c-1 = revisar formularios en busca de errores
like-c-2 = mantener archivos en un orden exacto
like-c-3 = buscar en un libro de códigos y seguirlo al pie de la letra
like-c-4 = anotar cifras y comprobar que la suma cuadre
like-c-5 = planear una semana hora por hora

hours = ¿Cuántas horas por semana podrías estudiar?
hours-short = Horas de estudio
hours-help = Además de un empleo y de todo lo demás, semana tras semana. Diez es lo usual.
hours-skip = entonces se toman 10 horas por semana

stop = ¿Podrías dejar de trabajar por un tiempo para estudiar?
stop-short = Dejar de trabajar
stop-help = Sin salario mientras dure un programa. Si dices que no, no se propone nada que lo necesite.
stop-skip = entonces no se propone nada que lo necesite

attend = ¿Estudiaría en persona, en un campus cercano?
attend-short = Estudia en persona
attend-help = Si no, solo se propone lo que se enseña a distancia, y solo se muestran escuelas que enseñan así.
attend-skip = entonces también cuentan los campus cercanos

move = ¿Te mudarías para estudiar en un campus en otro lugar?
move-short = Dispuesto a mudarse
move-help = Los programas que se dan en un campus lejano solo se proponen si dices que sí.
move-skip = entonces solo se propone lo que se enseña cerca de ti o a distancia

budget = ¿Cuánto podrías gastar en total en cursos y exámenes?
budget-short = Presupuesto
budget-help = Una vez descontada la ayuda, por ejemplo 3000. Déjalo en blanco si no hay límite.
budget-skip = entonces nada se descarta por su precio

aid = ¿Cuánta ayuda recibes al año para la matrícula?
aid-short = Ayuda
aid-help = Becas, beneficios y lo que paga un empleador, por ejemplo 2500 al año; no los préstamos.
aid-skip = entonces se cuenta la matrícula entera

time = ¿Cuánto tiempo puede tomar llegar, como máximo?
time-short = Tiempo
time-help = Por ejemplo, «24 meses» o «3 años». Déjalo en blanco para un máximo de diez años.
time-skip = entonces hasta diez años

matters = ¿Qué es lo que más te importa?
matters-short = Lo que importa
matters-help = Decide el orden, no lo que es posible; puedes cambiarlo en el resultado.
matters-skip = entonces todo cuenta en las proporciones usuales
preset-balanced = un poco de todo
preset-pay = el salario en diez años
preset-soonest = llegar pronto
preset-cheapest = gastar poco
preset-surest = ir a lo más seguro
preset-own = pesos elegidos por usted

## Una segunda mirada.

doubt-schooling = Dices que terminaste «{ $award }» ({ $level }), pero el nivel de estudios que indicaste es: { $said }. ¿Qué es lo correcto?
doubt-schooling-help = El nivel de estudios decide en qué cursos y puestos te aceptan.
doubt-schooling-award = Sí lo terminé; mi nivel de estudios es: { $level }
doubt-schooling-said = No lo he terminado
doubt-likes = Diste casi siempre la misma respuesta, y así no se distinguen tus gustos. ¿Quieres revisar las frases otra vez?
doubt-likes-help = Con diferencias, destacan los puestos que más van contigo. Sin ellas, los gustos no se toman en cuenta.
doubt-skills = Te pusiste el mismo nivel alto en todas las habilidades. ¿Quieres revisarlas otra vez?
doubt-skills-help = Los empleadores comprueban lo que se afirma; un nivel demasiado alto hace que una ruta parezca más corta de lo que es.
doubt-again = revisarlas otra vez
doubt-keep = dejarlo así
