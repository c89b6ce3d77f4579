/**
 * Verbs of scientific prose that the tagger takes for nouns, because they are nouns as well or because it does not know
 * them. In -s between two names they are verbs: "exercise helps shift workers". What is the head of names as often
 * (codes, signals, firms, bands, models, tests, scores) is left out.
 */
const verbs =
	'accelerate accompany account accumulate achieve act activate adapt add address adjust affect aid aim alleviate allow ' +
	'alter ameliorate amplify anchor answer appear approach arise assess attenuate attract augment avoid bar become beat ' +
	'begin believe benefit bind block boost break bring broaden build burden buy capture carry cause challenge change ' +
	'characterize charge check claim classify cleave close coat collect combat combine come commit compare compete ' +
	'complement complete complicate compose comprise compromise concern condition confer confine confirm confront constrain ' +
	'constitute constrict contain contradict contribute control convert convey cool correlate corrode counter couple cover ' +
	'create cut damage dampen deal decide decline decrease deepen defend define degrade delay deliver demand deny depend ' +
	'deplete describe design destabilize destroy detect deteriorate determine develop deviate dictate differ diminish direct ' +
	'disrupt dissolve distort diversify divide dominate double drive drop ease elevate elicit eliminate emerge emit emphasize ' +
	'employ empower enable encode encounter encourage end endanger enforce engage enhance enlarge enrich ensure entail erode ' +
	'establish estimate evoke evolve exacerbate exceed excite exert exhibit exist expand experience explain exploit expose ' +
	'express extend facilitate fail fall favor favour feed fill find follow force form foster fuel fulfil gain gather generate ' +
	'give go govern grow guarantee guide halve hamper handle harm heal heat help hinder hit hold host hurt illustrate impact ' +
	'impair impede imply impose improve incite include increase incur indicate induce infect influence inform inhibit ' +
	'initiate injure inspire intensify interact interfere introduce invade involve irritate isolate join justify keep kill ' +
	'know lack lead lengthen let lie limit link lose lower lubricate maintain make manage mask matter mean mediate meet melt ' +
	'mitigate moderate modify modulate motivate move narrow need neglect offer offset oppose optimize outperform outweigh ' +
	'overcome overestimate owe pass pay peak penalize penetrate perform permit perpetuate persist perturb pose possess ' +
	'postpone predict prefer preserve prevent produce prohibit prolong promote prompt protect prove provide punish push raise ' +
	'reach react reaffirm receive recover recruit reduce reflect regulate reinforce reject relate release relieve rely remain ' +
	'remove render repair replace represent repress reproduce require resemble reshape resist resolve restore restrict retain ' +
	'retard reveal reverse reward rise rival run save secrete seek select sell separate serve shape shed shift shorten show ' +
	'signify simplify slow smooth solve spare span speak spend split spread spur stabilize stay stem stimulate stop store ' +
	'strengthen stress stretch struggle suffer suggest suit supplement supply support suppress surpass surround survive sustain ' +
	'swell tackle take target teach tend threaten tighten tolerate tower trace transcend transform transmit trap trigger ' +
	'turn undergo underestimate underlie undermine underscore understand unify upregulate downregulate utilize vary violate ' +
	'warm warn waste weaken widen withstand worsen yield';

export const scienceVerbs: ReadonlySet<string> = new Set(verbs.split(' '));
