/** Words of a language that begin no name, end none and stand in none. */
export interface Grammar {
	/** Articles, prepositions that have one in them, and what stands in their place: a noun follows, maybe behind an adjective. */
	openers: ReadonlySet<string>;
	/** Pronouns, conjunctions, auxiliaries, adverbs; and words that every abstract has, as `article` and `results`. */
	others: ReadonlySet<string>;
	/** What joins two nouns to one name: `droit du travail`. Empty where nothing does. */
	links: ReadonlySet<string>;
	/** How adjectives end that follow their noun; null where they stand before it. */
	adjective: RegExp | null;
}

function words(text: string): ReadonlySet<string> {
	return new Set(text.trim().split(/\s+/));
}

/** English is told by these: a sixth of the words of any abstract, and more, are among them. */
export const englishWords = words(`
	the of and in to a is for that with we this are on by as from be which an it our can these at has have or was were not
	their its between how but also than more such into both using used show via while been over most where they may new
`);

const romanceFrench = /(?:al|ale|aux|ales|ique|iques|if|ive|ifs|ives|eux|euse|aire|aires|el|elle|els|elles|able|ible|ables|ibles|ien|ienne|ois|oise|ant|ante)$/;
const romanceSouth = /(?:al|ale|ali|ales|ais|ico|ica|icos|icas|ici|iche|ivo|iva|ivos|ivas|ivi|ive|oso|osa|osos|osas|osi|ose|ario|aria|arios|arias|ari|able|ible|ables|ibles|abile|ibile|abili|ibili|ável|ível|áveis|íveis|ano|ana|anos|anas|rural|rurale)$/;

/** The languages that are read for more than their names. Lists of ours. */
export const grammars: Readonly<Record<string, Grammar>> = {
	de: {
		openers: words(`
			der die das den dem des ein eine einen einem einer eines kein keine keinen keiner dieser diese dieses diesen diesem
			jeder jede jedes jeden im in ins am an ans auf aus bei beim durch für gegen mit nach ohne über um unter von vom vor
			zu zum zur zwischen seit während wegen trotz sein seine seiner seinen ihre ihrer ihren ihr unsere unserer unser sowie
		`),
		others: words(`
			und oder aber denn sondern doch auch noch nur schon nicht nie mehr sehr so als wie wenn dass daß ob weil da damit bis
			ich du er sie es wir ihr man sich uns ihn ihm ihnen mich dich wer was wo wann warum welche welcher welches ist sind
			war waren wird werden wurde wurden worden hat haben hatte hatten kann können konnte konnten muss müssen soll sollen
			sollte darf dürfen mag möchte will wollen hier dort dabei dazu davon dafür daher somit jedoch zudem außerdem zwei
			drei vier fünf sechs sieben acht neun zehn erste ersten zweite alle allen aller beide beiden einige einigen viele
			vielen mehrere andere anderen anderer solche solchen etwa sowohl weder bzw z.b. ab je pro statt anhand mittels laut
			innerhalb außerhalb studie studien beitrag artikel aufsatz ergebnis ergebnisse ergebnissen ziel methode
			methoden untersuchung untersuchungen text autoren autor abbildung tabelle rahmen hintergrund fazit kapitel zeigen
			zeigt untersuchen untersucht untersuchten wurde seitens sei wären würde würden gibt gab dann also nun oft immer
		`),
		links: words(''),
		adjective: null
	},
	fr: {
		openers: words(`
			le la les l un une des du d au aux ce cet cette ces son sa ses leur leurs notre nos chaque aucun aucune
		`),
		others: words(`
			et ou mais donc or ni car que qui quoi dont où si ne pas plus moins très trop aussi ainsi comme quand lorsque puisque
			je tu il elle on nous vous ils elles se y en me te lui eux celui celle ceux celles ceci cela ça est sont était étaient
			être été avoir a ont avait avaient fait font faire peut peuvent pouvoir doit doivent devoir sera seront serait dans
			sur sous par pour avec sans entre vers chez depuis pendant avant après contre selon afin parce deux trois quatre cinq
			six sept huit neuf dix premier première autre autres même mêmes tout toute tous toutes plusieurs certains certaines
			tel telle tels telles notamment cependant toutefois enfin ici là peu beaucoup article étude études résultat résultats
			objectif objectifs but méthode méthodes montrons montre montrent étudie étudient étudions présente présentons
			proposons propose analyse analysons papier auteur auteurs cas fois part fin ensemble manière façon
		`),
		links: words('de du des d'),
		adjective: romanceFrench
	},
	es: {
		openers: words(`
			el la los las un una unos unas del al este esta estos estas ese esa esos esas su sus nuestro nuestra cada cualquier
			ningún ninguna
		`),
		others: words(`
			y e o u pero sino que quien quienes cual cuales cuyo cuya donde cuando como si no ni más menos muy también así
			entonces porque pues aunque mientras yo tú él ella ello nosotros ellos ellas se me te le les lo nos es son era eran
			ser sido fue fueron está están estar ha han haber había hay tiene tienen puede pueden poder debe deben a ante bajo con
			contra de desde en entre hacia hasta para por según sin sobre tras dos tres cuatro cinco seis siete ocho nueve diez
			primer primera primero otro otra otros otras mismo misma todo toda todos todas varios varias algunos algunas tal tales
			además sin embargo aquí artículo estudio estudios resultado resultados objetivo objetivos método métodos
			autores autor muestra muestran analiza analizan analizamos presenta presentamos propone proponemos estudia caso parte
			forma manera fin través vez presente
		`),
		links: words('de del'),
		adjective: romanceSouth
	},
	it: {
		openers: words(`
			il lo la i gli le l un uno una del dello della dei degli delle dell al allo alla ai agli alle all nel nello nella nei
			negli nelle nell dal dalla dai dalle sul sulla sui sulle questo questa questi queste quel quella suo sua suoi sue
			nostro nostra ogni
		`),
		others: words(`
			e ed o ma che chi cui dove quando come se non né più meno molto anche così quindi perché poiché mentre io tu egli lui
			lei noi voi loro si ci vi mi ti ne è sono era erano essere stato stata stati state ha hanno avere aveva può possono
			deve devono viene vengono a di da in con su per tra fra senza sotto sopra verso secondo due tre quattro cinque sei
			sette otto nove dieci primo prima altro altra altri altre stesso stessa tutto tutta tutti tutte alcuni alcune tale
			tali inoltre tuttavia infine qui articolo studio studi risultato risultati obiettivo obiettivi metodo metodi
			autori autore mostra mostrano analizza analizziamo presenta presentiamo propone proponiamo descrive descrivono caso
			parte modo fine
		`),
		links: words('di del della dei delle degli d'),
		adjective: romanceSouth
	},
	pt: {
		openers: words(`
			o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas este esta estes estas esse
			essa neste nesta deste desta seu sua seus suas nosso nossa cada
		`),
		others: words(`
			e ou mas que quem qual quais cujo cuja onde quando como se não nem mais menos muito também assim então porque pois
			embora enquanto eu tu ele ela nós eles elas se me te lhe é são era eram ser sido foi foram está estão estar tem têm
			ter havia há pode podem poder deve devem de em com para por sem sob sobre entre até desde após contra dois duas três
			quatro cinco seis sete oito nove dez primeiro primeira outro outra outros outras mesmo mesma todo toda todos todas
			vários várias alguns algumas tal tais além porém aqui artigo estudo estudos resultado resultados objetivo
			objetivos método métodos autores autor mostra mostram mostramos analisa analisamos apresenta apresentamos propõe
			propomos descreve caso parte forma maneira fim meio vez presente
		`),
		links: words('de do da dos das'),
		adjective: romanceSouth
	}
};
