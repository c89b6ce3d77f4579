/**
 * Past forms of irregular verbs that are hardly ever nouns or adjectives: "sleep quality rose", "prices fell". What is
 * one of these as often as a verb is left out: found, left, bound, ground, cast, cut, set, lead, cost, felt, lost.
 */
export const pastForms: ReadonlySet<string> = new Set(
	(
		'arose ate awoke became began bent bit blew bore bought broke brought built came caught chose clung crept dealt did ' +
		'drank drew drove fell fled flew forgave forgot fought froze gave got grew had heard held hid kept knew laid lay led ' +
		'meant met outgrew overcame overtook paid ran rang rewrote rode rose said sang sank sat sent shook shrank slept slid ' +
		'sold sought spent spoke sprang stole stood strove struck stuck swam swept swore swung taught thought threw told took ' +
		'tore underlay understood undertook underwent went withdrew withheld withstood woke wore wove wrote'
	).split(' ')
);
