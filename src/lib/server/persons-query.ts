/** What every query that a person wrote or chose tells the engine of itself; who looks after the engine finds it by that. */
export const personsQuery = { application: 'throughline', what: "a person's query" };
