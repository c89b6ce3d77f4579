/** Words by which the name of a venue says that papers were read aloud there. */
export const conferenceWords =
	/\b(?:proceedings|proc|conference|workshop|symposium|congress|meeting|advances in neural information processing systems|iclr|icml|neurips|nips|acl|emnlp|naacl|cvpr|iccv|eccv|aaai|ijcai|kdd|sigir|chi|www)\b/i;

/** Journals that are called proceedings. */
export const journalProceedings =
	/^proc(?:eedings|\.)? of the (?:national academy of sciences|ieee|royal society|american mathematical society|london mathematical society)\b/i;

/** Small words that belong to the family name behind them. */
export const nameParticles: ReadonlySet<string> = new Set(
	'af al ap bin da das de del della den der di do dos du el ibn la le ten ter van vom von y zu zum zur'.split(
		' '
	)
);

/** Months as BibTeX's styles define them. */
export const bibtexMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What LaTeX would not set as it is. Braces are named: a title may hold one without its partner. */
export const latexEscapes: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
	$: '\\$',
	'&': '\\&',
	'#': '\\#',
	'%': '\\%',
	_: '\\_'
};
