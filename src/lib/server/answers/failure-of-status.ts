import {
	BadRequestError,
	MethodNotAllowedError,
	NotFoundError,
	ThroughlineError,
	TooLargeError
} from '#lib/domain/errors.ts';

/** What SvelteKit refuses by itself with no more than a status, in our words. `allow`: the methods that are answered. */
export function failureOfStatus(status: number, allow = ''): ThroughlineError {
	if (status === 400)
		return new BadRequestError(
			'This address cannot be read.',
			'Look for a broken % escape in it, or start from the map.'
		);
	if (status === 404)
		return new NotFoundError('There is no such address.', 'Start from the map, or search for it.');
	if (status === 405)
		return new MethodNotAllowedError('This address does not take that method.', 'Use GET.', allow);
	if (status === 413) return new TooLargeError('What was sent is too large.', 'Send less.');
	return new ThroughlineError(
		'This could not be answered, for a reason that nobody foresaw.',
		'Try again; the log of the server tells more.'
	);
}
