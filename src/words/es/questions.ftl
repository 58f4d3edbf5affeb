# El cuestionario: preguntas, ayuda, lo que cuesta omitir, y respuestas amables a lo que no se puede aceptar.

## Maneras de responder.

ask-welcome = Unas preguntas sobre usted: unos { $minutes } minutos. Nada sale de esta computadora.
ask-how = Enter: siguiente, u omitir. Esc o <: atrás. ?: ayuda. Ctrl-C: guardar y salir.
ask-resume = { $n ->
    [one] ¿Continuar su borrador ({ $n } respuesta)?
   *[other] ¿Continuar su borrador ({ $n } respuestas)?
}
ask-resume-yes = continuar
ask-resume-no = empezar de nuevo
ask-damaged = El borrador { $file } no se puede leer. Queda guardado como { $kept } y las preguntas empiezan de nuevo.
ask-kept = Sus respuestas están guardadas en { $file }. Para continuar, ejecute `{ $command }` en una terminal.
ask-unasked = ya no hay más preguntas; esta línea se ignora
ask-ended = Las respuestas se acaban antes de la última pregunta.
ask-saved = Su perfil está guardado en { $file }. Es texto simple: cambie lo que quiera y ejecute `careerpath recommend { $file }`.
ask-skip-costs = omitir: { $costs }
ask-none = ninguno de estos
ask-list-help = ↑↓: mover. Enter: elegir. Escriba para buscar. Esc: atrás.
ask-back = atrás
ask-that-is-all = eso es todo
ask-so-far = Hasta ahora: { $chosen }
ask-other-country = Es otro país: se vuelven a preguntar montos, programas, credenciales y empleos.
ask-cannot-skip = Aquí hace falta una respuesta. { $help }
ask-no-choice = «{ $said }» no es una de las opciones: responda con un número del 1 al { $most }, o con las palabras de la opción.
ask-no-such = Aquí nada corresponde a «{ $said }».
ask-no-such-near = Aquí nada corresponde a «{ $said }»; ¿quiso decir «{ $near }»?
ask-no-number = «{ $said }» no es un número que podamos leer: escriba { $example }.
ask-range = El valor «{ $said }» está fuera de los límites: dé un número de { $low } a { $high }.
ask-pay-unlikely = «{ $said }» está lejos de lo que paga un empleo así: nueve de cada diez ganan al menos { $low } al año, una de cada diez al menos { $high }. Dé el salario de un año entero, o de una hora, por ejemplo 19.50/hora.
ask-pay-unit = ¿Es «{ $said }» el salario por hora? Escriba { $said }/hora, o dé el salario de un año entero.
ask-too-long = Eso es demasiado largo: use como máximo 200 caracteres.
ask-first-question = Esta es la primera pregunta.
yes = sí
no = no

## Las respuestas, una vez más.

review = Sus respuestas
review-text = ¿Guardarlas o cambiar alguna?
review-save = guardar
review-change = cambiar: { $question }
review-skipped = sin respuesta

## Preguntas.

region = ¿Dónde vive y quiere trabajar?
region-short = Lugar
region-help = Una ciudad, un condado, un estado o una provincia. Los salarios y las escuelas son los de ese lugar.
region-unknown = No conocemos ningún lugar llamado «{ $said }». Dé su estado o provincia, o la ciudad grande más cercana.
region-which = ¿Cuál de estos lugares es?
region-which-help = Los salarios se publican para estas zonas; elija la suya o la más cercana.

education = ¿Cuál es el nivel de estudios más alto que ha terminado?
education-short = Nivel de estudios
education-help = Lo que ya terminó; un programa en curso todavía no cuenta.

awards = ¿Cuáles de estos programas ha terminado?
awards-short = Títulos obtenidos
awards-help = Un certificado o título de este campo le ahorra pasos para los que otras personas tienen que estudiar.
awards-skip = ninguno, o ahora no (se le pueden proponer cursos que ya hizo)

credentials = ¿Cuáles de estas credenciales y licencias tiene?
credentials-short = Credenciales y licencias
credentials-help = Solo las que están a su nombre y son válidas hoy. Una licencia de enfermería o un curso militar también cuenta.
credentials-skip = ninguna, o ahora no (se le pueden proponer exámenes que ya aprobó)

job-first = ¿Cuál es su empleo hoy, o cuál fue el último? Dígalo con sus propias palabras.
job-next = ¿Otro empleo, de ahora o de antes? Dígalo con sus propias palabras, o déjelo en blanco.
job-short = Empleos
job-help = Por ejemplo, «registro a la gente cuando llega a una clínica», «codificador médico» o «encargado de tienda»: cualquier empleo sirve. Los meses en un puesto pueden abrir el siguiente.
job-skip = no cuenta ninguna experiencia, y el salario es el de quien empieza
job-outside = otro empleo: «{ $said }»
job-which = ¿Cuál de estos puestos se parece más?
job-which-help = Lo que hizo importa más que el nombre del puesto.
job-months = ¿Cuánto tiempo ha trabajado, en total, en este puesto: { $role }?
job-months-help = Por ejemplo, «18 meses» o «2 años». Un número solo cuenta como meses.
job-months-skip = no cuenta ninguna experiencia en este puesto
job-now = ¿Es su empleo actual?
job-now-help = Puede estudiar mientras conserva un empleo, y todo se compara con seguir en él.
job-now-outside = ¿Es su empleo actual?
job-now-outside-help = Si es así, todo se compara con seguir en él. Un empleo anterior cuenta por lo que le enseñó.
job-today = hoy
job-pay = ¿Cuánto le pagan ahí, antes de impuestos?
job-pay-help = Por año, por ejemplo 41500, o por hora, por ejemplo 19.50/hora.
job-pay-skip = suponemos el salario usual para su experiencia
job-pay-usual-help = Por año, por ejemplo 41500, o por hora, por ejemplo 19.50/hora.
job-pay-usual-skip = suponemos el salario usual de este empleo donde usted vive
job-pay-needed-help = Este empleo no es del campo de la información de salud. Díganos cuánto paga y lo comparamos: por año, por ejemplo 41500, o por hora, por ejemplo 19.50/hora.

targets = ¿Hay algún puesto que desee?
targets-short = Puestos deseados
targets-help = Puede nombrar más de uno. Déjelo en blanco para verlos todos en orden.
targets-skip = examinamos todos los puestos del campo
targets-current = «{ $said }» es su empleo actual: seguir en él se muestra de todos modos. Nombre otro, o déjelo en blanco.

skill = { $skill }: ¿cuánto sabe hacer?
skill-short = Habilidades
skill-help = Niveles de 0 a 5. Si duda, elija el más bajo: cuenta lo que puede demostrar.
skill-skip = lo tomamos de sus empleos y cursos, o como 0
skill-taken = lo tomamos de su empleo: { $level } (estimado según O*NET)
skill-0 = No lo he hecho nunca
skill-1 = Sé de qué se trata
skill-2 = Lo he hecho con ayuda
skill-3 = Resuelvo sin ayuda los casos comunes
skill-4 = Resuelvo sin ayuda los casos difíciles
skill-5 = Me piden ayuda con esto

likes = Treinta preguntas cortas sobre lo que le gusta: dos minutos. ¿Responderlas ahora?
likes-short = Gustos
likes-help = Muestran qué puestos van con lo que disfruta. No cambian el orden.
interest-R = trabajo manual
interest-I = investigar y analizar
interest-A = crear
interest-S = ayudar a la gente
interest-E = dirigir y convencer
interest-C = orden y números
likes-skip = no podemos mostrar si los puestos van con sus gustos
like = ¿Le gustaría { $what }?
like-help = No importa si puede hacerlo ni cuánto pagan: solo si lo disfrutaría.
like-skip = esta pregunta no cuenta ni como sí ni como no
like-1 = me disgusta mucho
like-2 = me disgusta
like-3 = no sé
like-4 = me gusta
like-5 = me gusta mucho
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

hours = ¿Cuántas horas por semana podría estudiar?
hours-short = Horas de estudio
hours-help = Además de un empleo y de todo lo demás, cada semana. Diez es lo usual.
hours-skip = suponemos 10 horas por semana

stop = ¿Podría dejar de trabajar por un tiempo para estudiar?
stop-short = Dejar de trabajar
stop-help = Sin salario mientras dure un programa. Si dice que no, no proponemos nada que lo necesite.
stop-skip = no proponemos nada que lo necesite

attend = ¿Estudiaría en persona, en un campus cercano?
attend-short = Estudia en persona
attend-help = Si no, solo proponemos estudios a distancia y escuelas que los ofrecen.
attend-skip = se incluyen los campus cercanos

move = ¿Se mudaría para estudiar en un campus en otro lugar?
move-short = Dispuesto a mudarse
move-help = Solo proponemos programas en un campus lejano si dice que sí.
move-skip = solo campus cercanos y estudios a distancia

budget = ¿Cuánto podría gastar en total en cursos y exámenes?
budget-short = Presupuesto
budget-help = Una vez descontada la ayuda, por ejemplo 3000. Déjelo en blanco si no hay límite.
budget-skip = sin límite de precio

aid = ¿Cuánta ayuda recibe al año para la matrícula?
aid-short = Ayuda
aid-help = Becas, beneficios y lo que paga un empleador, por ejemplo 2500 al año; no los préstamos.
aid-skip = sin ayuda: se cuenta la matrícula entera

time = ¿Cuánto tiempo puede tomar llegar, como máximo?
time-short = Tiempo
time-help = Por ejemplo, «24 meses» o «3 años». Déjelo en blanco para un máximo de diez años.
time-skip = hasta diez años

matters = ¿Qué es lo que más le importa?
matters-short = Lo que importa
matters-help = Decide el orden, no lo que es posible. Puede cambiarlo en los resultados.
matters-skip = todo cuenta en las proporciones usuales
preset-balanced = un poco de todo
preset-pay = el salario en diez años
preset-soonest = llegar pronto
preset-cheapest = gastar poco
preset-surest = ir a lo más seguro
preset-own = sus propios pesos

## Una segunda mirada.

doubt-schooling = Terminó «{ $award }» ({ $level }), pero indicó este nivel de estudios: { $said }. ¿Qué es lo correcto?
doubt-schooling-help = Su nivel de estudios decide en qué cursos y puestos le aceptan.
doubt-schooling-award = Sí lo terminé; mi nivel de estudios es: { $level }
doubt-schooling-said = No lo he terminado
doubt-likes = Dio casi siempre la misma respuesta, y no vemos qué le gusta. ¿Revisar las preguntas otra vez?
doubt-likes-help = Con respuestas distintas, destacan los puestos que más van con usted. Si no, los gustos no se toman en cuenta.
doubt-skills = Se puso el mismo nivel alto en todas las habilidades. ¿Revisarlas otra vez?
doubt-skills-help = Los empleadores comprueban lo que usted afirma; un nivel demasiado alto hace que una ruta parezca más corta de lo que es.
doubt-again = revisarlas otra vez
doubt-keep = conservar mis respuestas
