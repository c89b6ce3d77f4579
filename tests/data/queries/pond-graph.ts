/** The little graph that honest and hostile statements are run against. */
export const pondGraph = `CREATE
	(reeds:Paper {id: 'reeds', title: 'Reeds and frogs', year: 2021, date: '2021-03-01'}),
	(ponds:Paper {id: 'ponds', title: 'Ponds in winter', year: 2022, date: '2022-05-04'}),
	(lakes:Paper {id: 'lakes', title: 'How to CREATE a lake', year: 2023}),
	(frog:Concept {id: 'frog', name: 'frog', papers: 2}),
	(ice:Concept {id: 'ice', name: 'ice', papers: 2, use: 'skating', set: 7}),
	(water:Topic {id: 'water', name: 'water'}),
	(reeds)-[:MENTIONS {count: 2}]->(frog), (ponds)-[:MENTIONS {count: 1}]->(frog),
	(ponds)-[:MENTIONS {count: 3}]->(ice), (lakes)-[:MENTIONS {count: 1}]->(ice),
	(reeds)-[:RELATED {score: 0.5}]->(ponds), (ponds)-[:RELATED {score: 0.75}]->(lakes),
	(frog)-[:CO_OCCURS {papers: 1}]->(ice), (reeds)-[:IN_TOPIC]->(water)`;
