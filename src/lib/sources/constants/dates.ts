/**
 * How months begin, in the languages that records come in, accents folded: the first that a word begins with is its
 * month. English comes first; of the others only what it lacks.
 */
export const monthBeginnings: [beginning: string, month: number][] = [
	['jan', 1],
	['feb', 2],
	['mar', 3],
	['apr', 4],
	['may', 5],
	['jun', 6],
	['jul', 7],
	['aug', 8],
	['sep', 9],
	['oct', 10],
	['nov', 11],
	['dec', 12],
	// Spanish, Portuguese, Italian
	['ene', 1],
	['gen', 1],
	['fev', 2],
	['abr', 4],
	['mag', 5],
	['mai', 5],
	['giu', 6],
	['lug', 7],
	['ago', 8],
	['set', 9],
	['out', 10],
	['ott', 10],
	['dic', 12],
	['dez', 12],
	// French and German
	['avr', 4],
	['juin', 6],
	['juil', 7],
	['aou', 8],
	['okt', 10]
];

/** Words beside a year that name no month: what they say is less exact than a month, so the year alone is kept. */
export const seasons =
	/^(?:spring|summer|autumn|fall|winter|fruhling|fruhjahr|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno|easter|michaelmas|trinity|first|second|third|fourth|quarter|q[1-4]|[1-4](?:st|nd|rd|th))$/;
