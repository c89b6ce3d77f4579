import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Heads that name nothing alone. */
export const genericHeads: readonly WordGroup[] = [
	{
		why: 'What a paper is made of and reports on: its method, its results, what it adds.',
		words: `
			framework method approach model result experiment performance study work paper task problem setting way
			number system technique code data analysis improvement baseline ability capability case example
			challenge issue process strategy solution application domain research researcher evaluation contribution
			insight advantage limitation step
		`
	},
	{
		why: 'The parts of an evaluation or of any argument, whatever it is about.',
		words: `
			stage level set type kind use user question answer output input component design metric dataset
			benchmark property feature field area effect effectiveness efficiency quality finding outcome impact
			role part aspect factor goal aim objective idea concept information knowledge context training
			experience time cost range order term project page
		`
	},
	{
		why: 'Facts, places of the web, and what is said of any quantity.',
		words: `
			github website state world gap need lack fact progress advance advancement development literature
			evidence science author version detail demand attempt success score rate environment behavior behaviour
			tool action space change value variety series choice direction addition contrast scenario signal person
			human people reason thing point view line end difference increase decrease loss power form function size
			ratio sample instance test accuracy
		`
	},
	{
		why: 'How much, how certain and how hard: properties of anything.',
		words: `
			percent et al http https url one weight importance assumption theory subset amount practice absence
			class effort structure format decision observation resource difficulty reliance modality influence
			tradeoff trade-off configuration practitioner usage presence attention capacity complexity possibility
			opportunity situation condition
		`
	},
	{
		why: 'What is asked, explained and compared in any text.',
		words: `
			constraint requirement criterion principle assessment investigation exploration exploitation discussion
			explanation comparison conclusion introduction description definition hypothesis assertion inquiry
			perspective dimension degree extent portion fraction majority minority group category collection list
			pair sequence chain branch node element unit item entity object subject target source origin basis
			foundation ground root
		`
	},
	{
		why: 'Ways of doing and the machinery that does it, whichever they are.',
		words: `
			mechanism procedure protocol pipeline paradigm scheme recipe workflow algorithm module block layer
			architecture implementation execution operation computation calculation deployment release repository
			software hardware machine computer device image video audio text word sentence document language token
			content material topic
		`
	},
	{
		why: 'Kinds of data and of matter: what a term is about, not the term.',
		words: `
			theme name label tag mark sign symbol figure table section appendix chapter instruction guideline rule
			law policy plan planning program schedule phase period moment year month day hour minute second
		`
	},
	{
		why: 'Rules, and stretches of time.',
		words: `
			past present future history trend pattern tendency habit skill talent competence expertise proficiency
			potential strength weakness shortcoming drawback disadvantage flaw error mistake failure fault risk
		`
	},
	{
		why: 'What goes well and what goes wrong.',
		words: `
			threat danger harm damage burden overhead bottleneck barrier obstacle hurdle tension conflict dilemma
			paradox robustness reliability consistency stability flexibility scalability generality generalizability
			versatility adaptability transparency simplicity diversity similarity correctness completeness precision
			recall quantity
		`
	},
	{
		why: 'Virtues and measures: a name says of what.',
		words: `
			measure measurement indicator index magnitude scale volume length width height depth breadth distance
			region location position place site spot body face hand head eye mind brain thought belief desire
			intention emotion feeling attitude opinion preference interest motivation reward incentive benefit gain
			profit
		`
	},
	{
		why: 'Places, parts of the body, feelings and incentives, as prose uses them for pictures.',
		words: `
			assistance aid help support guidance supervision feedback response reaction reply request command call
			message communication conversation dialogue interaction collaboration cooperation competition
			coordination relationship relation connection link association correlation dependency dependence
			independence interplay
		`
	},
	{
		why: 'What people do with each other and what they say.',
		words: `
			combination integration composition mixture fusion union intersection separation division transformation
			conversion translation transition transfer shift move movement motion adaptation adjustment modification
			variation variant alternative option selection decision-making simulation reflection
		`
	},
	{
		why: 'How things hang together and change.',
		words: `
			efficacy superiority validity utility usefulness feasibility applicability necessity significance
			validation verification justification proof demonstration illustration community society industry
			company organization institution government public market business product service customer student
			teacher expert
		`
	},
	{
		why: 'What is shown of a claim.',
		words: `
			engineer developer designer scientist annotator learner agent actor player participant candidate
			competitor counterpart peer reference standard norm average mean median maximum minimum
		`
	},
	{
		why: 'People, bodies of people, and what is compared with what.',
		words: `
			optimum peak top bottom start beginning middle center edge boundary limit threshold margin cutoff today
			yesterday tomorrow others others' everything anything nothing something none most artifact attribute
			characteristic trait nature essence core heart side reality truth reasoner thinker plausibility fidelity
			coherence relevance novelty creativity attempts building prediction
		`
	},
	{
		why: 'What else the chunker let through as a whole phrase in papers that are not about it.',
		words: `
			budget trajectory trace article purpose notion meaning account setup concern methodology phenomenon
			report abstract argument general special positive negative extension summary access sum regime corpora
			assume respect horizon family english chinese matrice corpus round light turn play real latter utterance
			discrepancy formulation constant expectation identification characterization
		`
	}
];
