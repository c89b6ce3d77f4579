interface Written {
	name: string;
	aliases: readonly string[];
}

/** The most that a decision keeps. */
const most = 30;

/** The forms by which a decision knows a concept later: its name first. */
export function formsOf({ name, aliases }: Written): string[] {
	return [name, ...aliases].slice(0, most);
}
