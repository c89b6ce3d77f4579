/**
 * What LaTeX's commands mean in titles, names and abstracts. Those that are not here are somebody's own: they are gone
 * where they have arguments, of which the text stays; where they stand alone, as `\GRPO`, their name is the text.
 */

/** Accents, as the marks that Unicode combines with the letter before them. */
export const accents = new Map(
	Object.entries({
		'`': '\u0300',
		"'": '\u0301',
		'^': '\u0302',
		'~': '\u0303',
		'=': '\u0304',
		u: '\u0306',
		'.': '\u0307',
		'"': '\u0308',
		r: '\u030a',
		H: '\u030b',
		v: '\u030c',
		d: '\u0323',
		c: '\u0327',
		k: '\u0328',
		b: '\u0331',
		t: '\u0361',
		// As math writes them.
		hat: '\u0302',
		widehat: '\u0302',
		tilde: '\u0303',
		widetilde: '\u0303',
		bar: '\u0304',
		overline: '\u0304',
		breve: '\u0306',
		dot: '\u0307',
		ddot: '\u0308',
		check: '\u030c',
		acute: '\u0301',
		grave: '\u0300'
	})
);

const greek =
	'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ ' +
	'nu ν xi ξ pi π varpi π rho ρ varrho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ ' +
	'Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';
const letters =
	'ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i i j j dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ';
const signs =
	'times × div ÷ pm ± mp ∓ cdot · ast * star ⋆ circ ∘ bullet • le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ' +
	'll ≪ gg ≫ approx ≈ sim ~ simeq ≃ cong ≅ equiv ≡ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ in ∈ ' +
	'notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus \\ emptyset ∅ varnothing ∅ forall ∀ ' +
	'exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ to → rightarrow → longrightarrow → leftarrow ← gets ← ' +
	'leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ mapsto ↦ uparrow ↑ downarrow ↓ otimes ⊗ ' +
	'oplus ⊕ odot ⊙ perp ⊥ parallel ∥ mid | vert | Vert ‖ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { ' +
	'rbrace } ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ prime ′ dagger † ddagger ‡ angle ∠ triangle △ ' +
	'dots … ldots … cdots … textellipsis … degree ° textdegree ° copyright © textcopyright © textregistered ® ' +
	'texttrademark ™ pounds £ textsterling £ euro € texteuro € yen ¥ cent ¢ textcent ¢ S § P ¶ textsection § ' +
	'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” ' +
	"textquotesingle ' guillemotleft « guillemotright » quotedblbase „ textless < textgreater > lt < gt > " +
	'textbar | textbackslash \\ textunderscore _ textasciitilde ~ textasciicircum ^ textbraceleft { textbraceright } ' +
	'textmu µ micro µ textmusicalnote ♪ checkmark ✓ lq ‘ rq ’ textonehalf ½ textpm ± texttimes × ordfeminine ª ' +
	'textordmasculine º AND & LaTeX LaTeX TeX TeX BibTeX BibTeX';

function pairs(text: string): [string, string][] {
	const words = text.split(' ');
	return words.flatMap((word, at): [string, string][] => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : []));
}

const functions =
	'log ln exp sin cos tan tanh max min sup inf lim arg argmax argmin det dim ker deg gcd Pr sgn mod bmod poly polylog softmax';

/** Commands that are letters: the blank behind one only ends its name. */
export const letterCommands = new Map(pairs(letters));

/** Commands that are signs, or words in formulas. */
export const symbols = new Map([
	...pairs(greek),
	...pairs(signs),
	...functions.split(' ').map((word): [string, string] => [word, word])
]);

/** Commands that say how something looks, and are no text themselves. */
export const switches = new Set(
	(
		'em it bf tt sf sc rm sl bfseries itshape scshape ttfamily sffamily rmfamily upshape mdseries normalfont tiny small ' +
		'footnotesize normalsize large Large LARGE huge left right big Big bigg Bigg bigl bigr middle displaystyle ' +
		'textstyle limits nolimits centering noindent protect relax ensuremath boldmath unboldmath xspace null hfill ' +
		'newblock nobreak allowbreak sloppy hyphenation maketitle'
	).split(' ')
);

/** Commands that are a blank, or part what stands around them. */
export const blanks = new Set(
	'space quad qquad newline linebreak par enspace thinspace medspace thickspace hspace vspace hfill item tab'.split(
		' '
	)
);

/** Commands whose first argument, or that of so many, is no text. */
export const silentArguments = new Map(
	Object.entries({
		cite: 1,
		citep: 1,
		citet: 1,
		citealp: 1,
		ref: 1,
		eqref: 1,
		label: 1,
		footnote: 1,
		footnotemark: 0,
		thanks: 1,
		color: 1,
		textcolor: 1,
		fontsize: 2,
		href: 1,
		begin: 1,
		end: 1,
		hspace: 1,
		vspace: 1,
		noopsort: 1,
		index: 1,
		includegraphics: 1
	})
);
