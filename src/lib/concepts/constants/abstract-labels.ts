/**
 * What the parts of a structured abstract are called, in lower case. A label names no concept, and the sentence behind
 * it begins anew. Each line is a family; a label may be joined to another by a slash, a comma, `and` or `&`.
 */
const families: [reason: string, labels: string][] = [
	[
		'why a study was made',
		'background|introduction|context|rationale|objective|objectives|aim|aims|purpose|purposes|goal|goals|importance|motivation|problem|question|questions|research question|hypothesis|study objective|purpose of review|state of the art'
	],
	[
		'how it was made',
		'method|methods|methodology|methodologies|materials|material|patients|subjects|participants|population|sample|samples|setting|settings|design|study design|research design|approach|design/methodology/approach|procedure|procedures|intervention|interventions|exposure|exposures|measurements|measures|main outcome measure|main outcome measures|main outcomes|outcome measures|outcomes|data source|data sources|study selection|data extraction|data synthesis|data collection|eligibility criteria|search strategy|selection criteria|statistical analysis|experimental design|experimental approach|animals|case report|case presentation|observations'
	],
	[
		'what came out',
		'result|results|finding|findings|main results|key results|recent findings|measurements and main results|discussion|evidence synthesis|limitations|strengths and limitations'
	],
	[
		'what it means',
		'conclusion|conclusions|interpretation|summary|implications|practical implications|social implications|research limitations/implications|theoretical implications|originality|originality/value|value|significance|significance statement|clinical relevance|clinical significance|relevance|relevance to clinical practice|level of evidence|perspectives|recommendations|highlights|practice implications|translational relevance|novelty|lay summary|plain language summary|abstract|graphical abstract'
	],
	['what stands at its end', 'funding|disclosure|disclosures|registration|copyright'],
	[
		'German',
		'hintergrund|einleitung|fragestellung|ziel|ziele|zielsetzung|methode|methoden|methodik|patienten und methoden|material und methoden|ergebnis|ergebnisse|schlussfolgerung|schlussfolgerungen|diskussion|fazit|zusammenfassung'
	],
	[
		'French',
		'contexte|objectif|objectifs|but|méthode|méthodes|matériel et méthodes|patients et méthodes|résultat|résultats|discussion|conclusions?|résumé'
	],
	[
		'Spanish',
		'antecedentes|introducción|objetivo|objetivos|métodos|método|material y métodos|pacientes y métodos|resultados|discusión|conclusión|conclusiones|resumen'
	],
	['Portuguese', 'introdução|métodos|resultados|discussão|conclusão|conclusões|resumo'],
	['Italian', 'introduzione|obiettivi|obiettivo|metodi|materiali e metodi|risultati|discussione|conclusioni']
];

/** Labels longest first, so that a pattern made of them takes the whole of one. */
export const abstractLabels = [...new Set(families.flatMap(([, labels]) => labels.replaceAll('?', '').split('|')))].sort(
	(a, b) => b.length - a.length || (a < b ? -1 : 1)
);
