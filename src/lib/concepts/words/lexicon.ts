/** Words of scientific prose, sorted into what they do. Lists of ours, grown by reading what the chunker let through. */
function words(text: string): ReadonlySet<string> {
	return new Set(text.trim().split(/\s+/));
}

/** First words that judge, count or point instead of naming: a phrase loses them and goes on. */
export const evaluative = words(`
	novel new newer existing recent various significant extensive strong stronger superior promising current previous
	prior several many such other others different same own first second third simple simpler effective efficient
	large-scale comprehensive key main important challenging complex better best high higher low lower good diverse
	multiple overall proposed available additional further widely well more most less these those our their its this
	that each both all some any no state-of-the-art real-world wide wider potential substantial remarkable notable
	great greater rich rigorous unique original strict initial final total entire certain given major minor common
	popular traditional conventional standard relevant critical crucial essential numerous ai-powered leading
	open-source one two three four five six seven eight ten hundred thousand careful correct incorrect right wrong
	useful practical possible necessary sufficient specific particular suitable appropriate adequate meaningful
	fundamental central core broad broader long-standing emerging recently-proposed underlying respective related
	subsequent next last latest ultimate ideal perfect poor inferior impressive exceptional tremendous unprecedented
	competitive favorable consistent reliable generic ordinary typical similar distinct separate individual single
	sole only full complete partial provable single-paper compelling encouraging surprising interesting empirical
	experimental theoretical in-depth thorough systematic straightforward severe considerable increasing growing
	future early late whole small large larger big massive huge vast short much enough fewer few aforementioned
	costly powerful modern classical universal faithful robust written under-explored scalable fantastic
	external internal optional concise disparate noisy clean solvable brittle arbitrary explicit implicit
	`);

/** Heads that name nothing alone. */
export const genericHeads = words(`
	framework method approach model result experiment performance study work paper task problem setting way number
	system technique code data analysis improvement baseline ability capability case example challenge issue process
	strategy solution application domain research researcher evaluation contribution insight advantage limitation step
	stage level set type kind use user question answer output input component design metric dataset benchmark property
	feature field area effect effectiveness efficiency quality finding outcome impact role part aspect factor goal aim
	objective idea concept information knowledge context training experience time cost range order term project page
	github website state world gap need lack fact progress advance advancement development literature evidence science
	author version detail demand attempt success score rate environment behavior behaviour tool action space change
	value variety series choice direction addition contrast scenario signal person human people reason thing point view
	line end difference increase decrease loss power form function size ratio sample instance test accuracy art the-art
	sota percent et al http https url one weight importance assumption theory subset amount practice absence class
	effort structure format decision observation resource difficulty reliance modality influence tradeoff trade-off
	configuration practitioner usage presence attention capacity complexity possibility opportunity situation condition
	constraint requirement criterion principle assessment investigation exploration exploitation discussion explanation
	comparison conclusion introduction description definition observation hypothesis assertion question inquiry
	perspective dimension degree extent portion fraction majority minority group category collection list pair sequence
	chain branch node element unit item entity object subject target source origin basis foundation ground root
	mechanism procedure protocol pipeline paradigm scheme recipe workflow algorithm module block layer architecture
	implementation execution operation computation calculation deployment release resource repository software hardware
	machine computer device image video audio text word sentence document language token content material topic
	theme name label tag mark sign symbol number figure table section appendix chapter example instruction
	guideline rule law policy plan planning program schedule phase period moment year month day hour minute second
	past present future history trend pattern tendency behavior habit skill talent competence expertise proficiency
	capability potential strength weakness shortcoming drawback disadvantage flaw error mistake failure fault risk
	threat danger harm damage burden overhead bottleneck barrier obstacle hurdle tension conflict dilemma paradox
	robustness reliability consistency stability flexibility scalability generality generalizability versatility
	adaptability transparency simplicity diversity similarity correctness completeness precision recall quantity
	measure measurement indicator index magnitude scale volume length width height depth breadth distance area
	region location position place site spot body face hand head eye mind brain thought belief desire intention
	emotion feeling attitude opinion preference interest motivation reward incentive benefit gain profit
	assistance aid help support guidance supervision feedback response reaction reply request command call
	message communication conversation dialogue interaction collaboration cooperation competition coordination
	relationship relation connection link association correlation dependency dependence independence interplay
	combination integration composition mixture fusion union intersection separation division
	transformation conversion translation transition transfer shift move movement motion adaptation adjustment
	modification variation variant alternative option selection decision-making simulation reflection planning
	efficacy superiority validity utility usefulness feasibility applicability necessity significance
	validation verification justification proof demonstration illustration community society industry company
	organization institution government public market business product service customer student teacher expert
	engineer developer designer scientist annotator learner agent actor player participant
	candidate competitor counterpart peer baseline reference standard norm average mean median maximum minimum
	optimum peak top bottom start beginning middle center edge boundary limit threshold margin cutoff
	today yesterday tomorrow others others' everything anything nothing something none most
	artifact attribute characteristic trait nature essence core heart side reality truth reasoner thinker
	plausibility fidelity coherence relevance novelty creativity attempts building practice prediction observation
	budget trajectory trace art article purpose notion meaning account setup concern methodology characteristic
	phenomenon report abstract argument general special positive negative extension summary access sum regime corpora
	setting assume respect horizon family english chinese matrice corpus round light turn play metric real latter
	utterance discrepancy formulation constant expectation identification characterization
	`);

/** Fields and matters: no concept alone, but the better half of many (`reasoning model`, `language model`). */
export const matters = words(`
	reasoning learning language reward image video audio text policy planning thinking optimization generation
	generalization modeling inference prompt prompting representation perception dynamics game graph intervention
	annotation discovery path control downstream parameter construction criteria criterion manner mode distribution
	synthesis sampling reinforcement training tuning diffusion attention memory search agent tree token word sentence
	document dialogue conversation feedback supervision preference human robustness consistency reliability
	exploration exploitation adaptation alignment evaluation simulation trace trajectory reflection computation
	computer machine student teacher expert selection decision hypothesis explanation precision recall risk welfare
	paradigms data neural visual semantic context world action tool shot vision transfer judge knowledge
	`);

/** Heads that make no concept of what stands before them: `reasoning ability`, `performance drop`. */
export const emptyHeads = words(`
	ability capability performance process behavior behaviour mechanism paradigm framework strategy study 
	baseline drop importance challenge assumption factor technique system approach method investment impact
	response step procedure effectiveness efficiency quality technology limitation improvement advantage progress
	reliance scenario setting condition aspect way problem issue result experiment influence level
	interest demand need requirement practice paradigms sample module fail foundation 
	`);

/** Of these, heads that make no concept however often papers say them. */
export const neverHeads = words(`
	ability capability performance study experiment result improvement advantage effectiveness limitation challenge
	issue importance impact interest need requirement way aspect scenario setting quality
	`);

/** Letters that math writes out. */
export const letters = words(`
	alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau
	upsilon phi varphi chi psi omega ell
	`);

/** Participles that do begin the names of concepts; any other one at the front is taken for the sentence's verb. */
export const namingParticiples = words(`
	supervised unsupervised pretrained learned embodied distributed weighted masked guided aligned quantized gated
	stacked nested shared federated structured unstructured unlabeled labeled augmented conditioned
	constrained regularized normalized randomized stratified directed undirected weighted kernelized connected
	informed grounded distilled generated nested verified rewarded extended
	reasoning learning training tuning planning thinking prompting sampling decoding scaling pruning routing
	editing ranking matching embedding clustering coding modeling processing programming parsing hashing smoothing
	pooling averaging boosting bagging steering voting imaging rendering forecasting tracking mapping sensing
	grounding hacking distilling vanishing exploding sliding
	`);

/** Nouns that the tagger often takes for verbs, above all in titles. */
export const nouns = words(`
	model models transformer transformers benchmark benchmarks prompt prompts reward rewards agent agents tree trees
	label labels sample samples answer answers query queries reasoning learning training tuning planning prompting
	sampling decoding scaling pruning routing editing ranking clustering modeling game games graph graphs network
	networks policy policies rationale rationales trace traces search judge judges planner planners
	rl rlhf grpo ppo dpo llm llms vlm vlms mllm mllms cot shot token tokens gradient gradients process
	fine-tuning finetuning self-consistency reasoner reasoners verifier verifiers generation
	`);

/** Verbs and other words that break a chunk although the tagger takes them for parts of a name. */
export const verbs = words(`
	leverage leverages leveraged leveraging achieve achieves achieved achieving make makes made making show shows shown
	showing propose proposes proposing provide provides provided providing enable enables enabled enabling improve
	improves improved improving enhance enhances enhanced enhancing demonstrate demonstrates demonstrated
	demonstrating introduce introduces introduced introducing present presents presented presenting use uses used using
	utilize utilizes utilized utilizing require requires required requiring include includes included including
	outperform outperforms outperforming address addresses addressed addressing reveal reveals revealed revealing
	suggest suggests suggested suggesting allow allows allowed allowing lead leads led remain remains remained remaining
	become becomes became becoming tackle tackles tackled tackling employ employs employed employing apply applies
	applied applying investigate investigates investigated investigating analyze analyzes analyzed analyzing examine
	examines examined examining explore explores explored exploring evaluate evaluates evaluated evaluating
	establish establishes established establishing integrate integrates integrated integrating incorporate
	incorporates incorporated incorporating exploit exploits exploited exploiting extend extends extending
	solve solves solved solving generate generates select selects selecting decouple decoupling accelerate
	accelerating prioritize prioritizes prioritizing interpret interpreting ensembling reinforce reinforcing
	understand understands understood unlock unlocking identify identifies identified identifying offer offers offered
	offering yield yields yielded yielding surpass surpasses surpassing exceed exceeds exceeding gain gains gained
	automate automates automating facilitate facilitates facilitating mitigate mitigates mitigating
	observe observes observed observing conduct conducts conducted conducting collect collects collected collecting
	construct constructs constructed constructing curate curates curated curating develop develops developed developing
	via per e.g i.e etc namely thereby thus hence however moreover furthermore additionally despite towards toward
	beyond without within among across along during while whereas although though because since until whether
	based driven oriented aware is are was were be been being has have had do does did can could may might will would
	shall should must not also only even just still yet already often always never sometimes then than there here
	work works paper papers http https et al from over how into with against perform performs performing fail fails
	know knows knew learn learns mediate mediates pit pits look looks
	the a an under like
	under-explored at by for in of on to when where which who what why
	`);
