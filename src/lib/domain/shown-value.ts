/** One value of a parameter as a form shows it: `value` goes into the address, `name` is read. */
export interface ShownValue {
	value: string;
	name: string;
}
