### French (français). The list of all messages, with what they are for, is in en.ftl.
###
### No-break blanks are written as they are: U+202F before ; : ! and ?, U+00A0 within « » and between day and month.
### Between a number and its unit, which may be nothing, stands a usual blank.

## Figures

figure-exact = <b>{ $number }</b> { $unit }
figure-about = <b>environ { $number }</b> { $unit }
figure-nearly = <b>près de { $number }</b> { $unit }
figure-more-than = <b>plus de { $number }</b> { $unit }
figure-at-least = <b>au moins { $number }</b> { $unit }
figure-less-than = <b>moins de { $number }</b> { $unit }
figure-at-most = <b>au plus { $number }</b> { $unit }
figure-estimated = <b>estimé à</b> { $figure }
range = { $low }–{ $high }
# Not "de … à …", which cannot follow "estimé à".
range-spoken = entre { $low } et { $high }
range-in-text-spoken = { $low } à { $high }
# Not "environ": "plus de environ" would want an elision.
number-interval = { $number } ({ $low }–{ $high })
number-interval-spoken = { $number }, entre { $low } et { $high }
below-zero-spoken = moins { $number }
number-rounded = quelque { $number }
number-percent = { $number } { $unit }
no-figure = pas de chiffre
part-of-whole = { $part } sur { $whole }

## Units of money

scale-power =
    { $power ->
        [4] 3
        [5] 3
        [7] 6
        [8] 6
       *[other] { $power }
    }
scale =
    { $power ->
        [3]
            { $count ->
                [one] millier
               *[other] milliers
            }
        [6]
            { $count ->
                [one] million
               *[other] millions
            }
        [9]
            { $count ->
                [one] milliard
               *[other] milliards
            }
        [12]
            { $count ->
                [one] billion
               *[other] billions
            }
       *[other] 10^{ $power }
    }
currency =
    { $code ->
        [VND]
            { $count ->
                [one] dong
               *[other] dongs
            }
       *[other]
            { $count ->
                [one] { one-currency }
               *[other] { other-currency }
            }
    }
other-currency =
    { $code ->
        [IDR] roupies indonésiennes
        [THB] bahts
        [PHP] pesos philippins
        [TWD] dollars taïwanais
        [CNY] yuans
        [JPY] yens
        [KRW] wons
        [INR] roupies
        [NPR] roupies népalaises
        [BDT] takas
        [PKR] roupies pakistanaises
        [LKR] roupies srilankaises
        [MMK] kyats
        [KHR] riels
        [LAK] kips
        [MYR] ringgits
        [SGD] dollars de Singapour
        [USD] dollars
        [EUR] euros
        [GBP] livres sterling
        [CHF] francs suisses
        [AUD] dollars australiens
        [CAD] dollars canadiens
        [BRL] réaux
        [MXN] pesos mexicains
        [ZAR] rands
        [KES] shillings kényans
        [NGN] nairas
        [TRY] livres turques
       *[other] { $code }
    }
one-currency =
    { $code ->
        [IDR] roupie indonésienne
        [THB] baht
        [PHP] peso philippin
        [TWD] dollar taïwanais
        [CNY] yuan
        [JPY] yen
        [KRW] won
        [INR] roupie
        [NPR] roupie népalaise
        [BDT] taka
        [PKR] roupie pakistanaise
        [LKR] roupie srilankaise
        [MMK] kyat
        [KHR] riel
        [LAK] kip
        [MYR] ringgit
        [SGD] dollar de Singapour
        [USD] dollar
        [EUR] euro
        [GBP] livre sterling
        [CHF] franc suisse
        [AUD] dollar australien
        [CAD] dollar canadien
        [BRL] réal
        [MXN] peso mexicain
        [ZAR] rand
        [KES] shilling kényan
        [NGN] naira
        [TRY] livre turque
       *[other] { other-currency }
    }
currency-spoken = { currency }
money =
    { $code ->
        [EUR] { scale } d’{ $currency }
       *[other] { scale } de { $currency }
    }
unit-percent = %
unit-percent-spoken = %
unit-permille = ‰
unit-permille-spoken = pour mille
per-month = { $unit } par mois
per-month-spoken = { $unit } par mois
per-year = { $unit } par an
per-year-spoken = { $unit } par an
per-day = { $unit } par jour
per-day-spoken = { $unit } par jour
per-week = { $unit } par semaine
per-week-spoken = { $unit } par semaine
per-quarter = { $unit } par trimestre
per-quarter-spoken = { $unit } par trimestre

## Dates

month-name =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
date-year = { $year }
date-year-spoken = { $year }
date-month = { month-name } { $year }
date-month-spoken = { month-name } { $year }
date-day =
    { $day ->
        [1] 1er { month-name } { $year }
       *[other] { $day } { month-name } { $year }
    }
date-day-spoken =
    { $day ->
        [1] 1er { month-name } { $year }
       *[other] { $day } { month-name } { $year }
    }
time-quarter = { $quarter }e trimestre { $year }
time-quarter-spoken = { $quarter }e trimestre { $year }
time-years = { $year }–{ $next }
time-years-spoken = { $year } à { $next }

## Texts side by side

list = { $list }, { $item }
list-long = { $list } ; { $item }
sentence = { $text }.
sentences = { $text } { $next }
quote = « { $text } »
in-brackets = { $text } ({ $note })

## Where figures come from

source = Source : { $source }
source-marked = { $mark } Source : { $source }
source-other-spoken = Autre source : { $source }
# Not "Chiffres au …": the date may be a month or a year.
as-of = Date des chiffres : { $date }
some-as-of = Date de certains chiffres : { $dates }

## Titles of charts whose data gives none

title-revenue = Chiffre d’affaires des villages de métiers
title-income = Revenus dans les villages de métiers
title-clusters = Grappes industrielles
title-villages = Nombre de villages de métiers
title-petitions = Requêtes
title-ranking = Classement
title-at-time = { $title }, { $time }
title-of-group = { $title } – { $group }
total-revenue = Chiffre d’affaires total

## The list of villages

village-one = village
village-many = villages
villages =
    { $count ->
        [one] { $number } { $one }
       *[other] { $number } { $many }
    }
list-opening = { $villages }.
list-opening-missing = { $villages }, dont { $missing } sans chiffre.
list-ends = Chiffre le plus élevé indiqué : { $most } ; le plus bas : { $least }.
missing-figures =
    { $count ->
        [one] Sur { $villages }, { $some } n’a pas de chiffre.
       *[other] Sur { $villages }, { $some } n’ont pas de chiffre.
    }
more-villages =
    { $count ->
        [1] … et encore 1 { $one }
       *[other] … et encore { $number } { $many }
    }
more-figures-spoken = et { $number } de plus
sum-of-all = Total des { $villages } ci-dessous : { $sum }
sum-of-some = Total de { $some } des { $villages } ci-dessous : { $sum }
group-sum-of-all = Total de { $villages } : { $sum }
group-sum-of-some = Total de { $some } sur { $villages } : { $sum }
no-group = Sans groupe
district-of-village = District : { $district }
dimension-of-village = { $name } : { $value }
dimension-unsaid = non précisé
rank-among = { $number }
rank-among-named = { $number } { $many } de la liste
rank = Rang { $best } sur { $among }
rank-range = Entre le rang { $best } et le rang { $worst } sur { $among }
rank-shared = Rangs { $best } à { $worst }, ex æquo, sur { $among }
rank-open = Rang indéterminé parmi { $among }
page-of-pages = Page { $page } sur { $pages }

## What readers ask of the list

found-none = Aucun résultat pour { $many }.
found-some = { $some } sur { $villages }.
over-threshold = Plus de { $amount } : { $villages }.
not-over-threshold = Ce montant ou moins : { $villages }.
open-at-threshold = Impossible à dire d’après les chiffres : { $villages }.
missing-at-threshold = Sans chiffre : { $villages }.

## Wholes and their parts

both-and-either = Dans les deux groupes : { $both }. Dans au moins un groupe : { $either }.
overlap = Les groupes se recoupent : ils ne sont donc pas additionnés.
may-overlap = Les groupes peuvent se recouper : ils ne sont donc pas additionnés.

## Income

and-others = { $places }…
and-others-spoken = { $places } et ailleurs
stated-times-12 = Chiffre d’origine : { $figure }, multiplié par 12
stated-divided-by-12 = Chiffre d’origine : { $figure }, divisé par 12

## The key to the marks

key = Comment lire :
key-more-than = plus de : au-dessus du chiffre indiqué, on ignore de combien
key-at-least = au moins : le chiffre indiqué ou davantage
key-at-least-spoken = au moins : le chiffre indiqué ou davantage
key-nearly = près de : un peu au-dessous du chiffre indiqué
key-about = environ : proche du chiffre indiqué
key-less-than = moins de : au-dessous du chiffre indiqué
key-at-most = au plus : le chiffre indiqué ou moins
key-range = partie claire : quelque part entre les deux chiffres
key-estimated = hachures : une estimation
key-interval = trait au bout de la barre : intervalle de confiance
key-interval-spoken = entre deux chiffres : intervalle de confiance
key-letter = { $letter } : { $meaning }
flag-provisional = provisoire
flag-provisional-letter = p
flag-few-cases = établi sur peu de cas
flag-few-cases-letter = u
flag-revised = révisé
flag-revised-letter = r
flag-break = non comparable avec les chiffres antérieurs
flag-break-letter = b

## The table

column-chart = Graphique
column-name = Nom
column-about = Détails
column-figure = Chiffre
column-qualifier = Qualificatif
column-number = Nombre
column-to = Jusqu’à
column-unit = Unité
column-estimated = Estimation
column-notes = Remarques
column-source = Source
column-as-of = Date des chiffres
column-interval-from = Intervalle de
column-interval-to = Intervalle à
column-flags = Mentions
column-id = Code
column-kind = Nature
column-indicator = Indicateur
qualifier-exact = tel qu’indiqué
qualifier-about = environ
qualifier-nearly = près de
qualifier-more-than = plus de
qualifier-at-least = au moins
qualifier-less-than = moins de
qualifier-at-most = au plus
qualifier-range = fourchette
qualifier-estimate = estimation avec intervalle
qualifier-missing = aucun nombre
yes = oui
kind-place = { $one }
kind-reference = pour comparaison
# Of groups: how many places, how many of them have a figure, and how many are in the sum.
groups-places = Nombre de { $many }
groups-known = Avec un chiffre
groups-sum = Somme des chiffres
groups-in-sum = Dans la somme
groups-lowest = Chiffre le plus bas
groups-median-column = Médiane
groups-greatest = Chiffre le plus élevé

## Trend

title-trend = Évolution
# "en hausse de" demanderait une élision devant "au moins".
change-up = hausse : { $amount }
change-down = baisse : { $amount }
change-higher = plus élevé, sans que l’on sache de combien
change-lower = plus bas, sans que l’on sache de combien
change-same = inchangé
change-open = a pu augmenter ou baisser
change-since = { $change } depuis { $time }
points-percent =
    { $count ->
        [one] point de pourcentage
       *[other] points de pourcentage
    }
points-permille =
    { $count ->
        [one] point de pour mille
       *[other] points de pour mille
    }
points =
    { $count ->
        [one] point
       *[other] points
    }
trend-some = Le graphique montre { $some } sur { $villages }.
trend-ends = Ce sont les { $highest } plus élevés et les { $lowest } plus bas des derniers chiffres indiqués.
trend-axis = L’axe commence à { $amount }, non à zéro.
title-spread = Où se situe chaque lieu
spread-column = de { $from } à moins de { $below }
spread-columns = La hauteur d’une colonne est le nombre de { $many } qu’elle contient.
spread-uncounted = Dans aucune colonne, car leurs chiffres peuvent être dans plusieurs : { $villages }.
spread-median = Médiane de { $villages }
title-scatter = Ce qui va avec quoi
scatter-title = { $x } et { $y }
x-axis = Axe horizontal
y-axis = Axe vertical
keep-most = On peut garder { $number } lieux au plus à la fois.
scatter-missing =
    { $count ->
        [one] Sur { $villages }, { $some } n’a pas de chiffre pour « { $title } ».
       *[other] Sur { $villages }, { $some } n’ont pas de chiffre pour « { $title } ».
    }
scatter-neither =
    { $count ->
        [one] { $some } n’a aucun des deux.
       *[other] { $some } n’ont aucun des deux.
    }
scatter-apart = Aucune date n’a de chiffres pour les deux.
scatter-timeless = sans date
scatter-uncounted = Non dessinés, car leurs chiffres ne sont pas exacts : { $villages }.
scatter-cells = Plus un carré est grand, plus il contient de { $many } :
scatter-hidden = Derrière des points des mêmes chiffres : { $villages }.
title-groups = Groupes de lieux
# $title: the name of an indicator; $by: by what places are grouped; $name: the name of that, where it is the data's.
groups-title =
    { $by ->
        [district] { $title }, par district
        [district-named] { $title }, par { $name }
        [craft] { $title }, par métier
       *[other] { $title }, par groupe : { $name }
    }
groups-count =
    { $count ->
        [one] { $number } groupe
       *[other] { $number } groupes
    }
# In the sum or in the median of a group: "12 of 15 villages".
groups-some = { $some } sur { $villages }
# From the lowest number stated to the highest: "under 2 to 9.8%".
groups-ends = { $least } à { $most }
groups-median = médiane { $median }
# $rank: "Rank 2 of 12".
groups-rank = Selon la médiane : { $rank }
# In the place of a sum.
groups-open = somme que ses chiffres ne donnent pas
groups-dots = Un point par { $one } ; la ligne va du chiffre le plus bas au plus élevé.
# $villages: how many.
groups-highest = La plus haute : { $villages }.
groups-stroke = Le trait vertical est la médiane.
groups-squares = Un carré par { $one }.
groups-part = { $number } { $part }
groups-split = { $all } : { $parts }
groups-split-spoken = { $all }, dont { $parts }
groups-more =
    { $count ->
        [1] … et un autre groupe
       *[other] … et { $number } autres groupes
    }
title-makeup = De quoi c’est fait
makeup-amounts = Chiffres
makeup-shares = Parts
shown = Afficher en
order = Dans l’ordre de
makeup-rest = Non précisé
makeup-no-whole = total non précisé
makeup-parts = Composantes : { $parts }
makeup-order = Dans l’ordre de : { $part }
makeup-missing = Pas de chiffre : { $parts }
makeup-missing-all = Aucun chiffre par composante
makeup-no-shares = Pas de parts : le total n’est pas un nombre exact
makeup-rounded = Les composantes font { $sum } à cause des arrondis ; la barre va jusqu’au total
makeup-rounded-spoken = Les composantes font { $sum } à cause des arrondis
makeup-above = Les composantes font { $sum }, plus que le total
makeup-rounded-shares = Là où les parts font { $sum } à cause des arrondis, les barres vont jusqu’à 100 %.
makeup-rounded-amounts =
    Là où les composantes ne font pas tout à fait le total à cause des arrondis, les barres vont jusqu’au total.
makeup-split = Là où une composante n’est pas un nombre exact, chacune a sa propre barre.
key-hollow = point creux : une estimation
key-whisker = trait à travers le point : intervalle de confiance
tools-find = Rechercher, voir le tableau, enregistrer

## Controls around the picture

indicator = Indicateur
time = Période
time-earlier = Plus tôt
time-later = Plus tard
group = Grouper par
only = N’afficher que
all-groups = Tous
craft = Métier
district = District
none = Aucun
sort = Trier par
sort-value = Chiffre d’affaires
sort-figure = Chiffre
sort-name = Nom
unit = Afficher par
unit-month = Mois
unit-year = Année
page = Page
page-previous = Page précédente
page-next = Page suivante
figures = Chiffres : { $title }
keys = Tab pour entrer : flèches pour parcourir, lettres pour aller à un nom, Entrée pour choisir, Échap pour annuler.
tools = Rechercher, comparer, voir le tableau, enregistrer
tools-few = Voir le tableau, enregistrer

## Where the chart cannot be drawn

failed = Impossible d’afficher le graphique interactif.
failed-data = Ses données contiennent des erreurs
failed-network = Ses données n’ont pas pu être chargées.
failed-wasm = Le module qui le dessine n’a pas pu être chargé.

## The tools

find = Chercher : { $one }
villages-all = { $villages }.
all = Tous
places-shown = Sur le graphique
place-remove = Retirer { $name }
cells = Compter case par case
threshold = Comparer à
threshold-amount = Montant de comparaison
table = Tableau
table-of = Tableau : { $title }
table-shows = Contenu du tableau
table-chart = Ce graphique
table-times = Toutes les périodes
table-indicators = Tous les indicateurs
table-all = Afficher les { $number } lignes
sorted-up = Trié par { $column }, ordre croissant.
sorted-down = Trié par { $column }, ordre décroissant.
save = Enregistrer
save-as = Enregistrer en { $format }
save-csv-chart = CSV : ce graphique
save-csv-long = CSV : tous les chiffres, un par ligne (format long)
save-csv-wide = CSV : tous les chiffres, un lieu par ligne (format large)
copy = Copier les données
copied = Les données ont été copiées.
tool-failed = L’opération a échoué.

## The page that stands in a frame

frame-title = Graphique
frame-no-script = Ce graphique a besoin de JavaScript, qui est désactivé dans votre navigateur.
frame-no-address = Impossible d’afficher le graphique interactif. L’adresse de ses données est absente ou interdite.
frame-no-script-file = Impossible d’afficher le graphique interactif. Le module qui le dessine n’a pas pu être chargé.
frame-sandbox =
    Les fichiers de ce graphique n’ont pas été chargés. Son cadre est dans un « sandbox » :
    il faut allow-same-origin, ou que le serveur des fichiers envoie Access-Control-Allow-Origin: *
