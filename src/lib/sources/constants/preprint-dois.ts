/**
 * The registrants of DOIs that publish preprints alone: where a paper has one of theirs and another one, the other is the
 * published version's.
 */
export const preprintRegistrants = new Set([
	'10.1101', // bioRxiv, medRxiv (and Cold Spring Harbor's journals, whose papers have no second DOI)
	'10.2139', // SSRN
	'10.12688', // F1000Research
	'10.20944', // Preprints.org
	'10.21203', // Research Square
	'10.22541', // Authorea
	'10.26434', // ChemRxiv
	'10.31219', // OSF
	'10.31222', // MetaArXiv
	'10.31223', // EarthArXiv
	'10.31234', // PsyArXiv
	'10.31235', // SocArXiv
	'10.31730', // AfricArXiv
	'10.33774', // Cambridge Open Engage
	'10.36227', // TechRxiv
	'10.48550', // arXiv
	'10.5281' // Zenodo
]);
