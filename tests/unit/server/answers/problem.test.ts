import { describe, expect, test, vi } from 'vitest';
import * as errors from '#lib/domain/errors.ts';
import { problemKinds } from '#lib/domain/problem-kinds.ts';
import { failureOfStatus } from '#lib/server/answers/failure-of-status.ts';
import { openApi } from '#lib/server/answers/open-api.ts';
import { answer, problem, problemSchema, statusOf } from '#lib/server/answers/problem.ts';

/** One of every class, made with what its constructor takes. */
const occurrences: [string, errors.ThroughlineError, object][] = Object.entries(errors).map(
	([name, failure]) => {
		if (failure === errors.SourceError)
			return [name, new errors.SourceError('ponds.jsonl', 'is wet', 'Dry it.', 3), {}];
		if (failure === errors.QuerySyntaxError)
			return [
				name,
				new errors.QuerySyntaxError('RETRN is no word', 'Correct it.', 2, 7),
				{ line: 2, column: 7 }
			];
		if (failure === errors.QueryRefusedError)
			return [name, new errors.QueryRefusedError('It writes.', 'Read.', 'CREATE'), { clause: 'CREATE' }];
		if (failure === errors.BusyError) return [name, new errors.BusyError('Full.', 'Wait.', 17), {}];
		if (failure === errors.MethodNotAllowedError)
			return [name, new errors.MethodNotAllowedError('No PUT.', 'GET it.', 'GET, HEAD'), {}];
		return [name, new (failure as typeof errors.ThroughlineError)('The pond is dry.', 'Wait for rain.'), {}];
	}
);

describe('problem', () => {
	test.each(occurrences)('%s has a row of its own', async (_, failure, extras) => {
		const kind = problemKinds.find((row) => row.failure === failure.constructor);
		expect(kind).toBeDefined();
		const response = problem(failure);
		expect(response.status).toBe(kind?.status);
		expect(statusOf(failure)).toBe(kind?.status);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(response.headers.get('cache-control')).toBe('no-store');
		const body: unknown = await response.json();
		expect(problemSchema.parse(body)).toEqual(body);
		expect(body).toMatchObject({
			type: `/help#${kind?.id ?? ''}`,
			title: kind?.title,
			status: kind?.status,
			...extras
		});
		expect((body as { detail: string }).detail).toMatch(/^[^]+\. [^]+\.$/);
	});

	test('the kinds differ, by name and by words', () => {
		expect(new Set(problemKinds.map(({ id }) => id)).size).toBe(problemKinds.length);
		expect(new Set(problemKinds.map(({ title }) => title)).size).toBe(problemKinds.length);
		expect(problemKinds).toHaveLength(Object.keys(errors).length);
	});

	test('tells the occurrence in detail, not in title', async () => {
		const body = problemSchema.parse(
			await problem(new errors.NotFoundError('There is no paper "x".', 'Search.')).json()
		);
		expect(body.title).toBe('There is no such thing');
		expect(body.detail).toBe('There is no paper "x". Search.');
	});

	test('sends what HTTP has headers for', () => {
		const busy = problem(new errors.BusyError('Full.', 'Wait.', 17));
		expect(busy.headers.get('retry-after')).toBe('17');
		expect(problem(new errors.StoreUnavailableError('Away.', 'Wait.')).headers.get('retry-after')).toBe('5');
		expect(problem(new errors.MethodNotAllowedError('No.', 'GET.', 'GET, HEAD')).headers.get('allow')).toBe(
			'GET, HEAD'
		);
		expect(problem(new errors.QueryStoppedError('Late.', 'Less.')).headers.has('retry-after')).toBe(false);
	});

	test('cuts what quotes too much', async () => {
		const body = (await problem(new errors.NotFoundError('x'.repeat(9000), 'Search.')).json()) as {
			detail: string;
		};
		expect(body.detail.length).toBeLessThan(600);
	});

	test.each([new TypeError('secret of the pond'), 'secret of the pond', null])(
		'tells nothing of %s but that it failed',
		async (thrown) => {
			const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
			const response = await answer(() => {
				// eslint-disable-next-line @typescript-eslint/only-throw-error
				throw thrown;
			});
			expect(log).toHaveBeenCalledWith(thrown);
			log.mockRestore();
			expect(response.status).toBe(500);
			const text = await response.text();
			expect(text).toContain('/help#failure');
			expect(text).not.toContain('secret');
		}
	);
});

test.each([400, 404, 405, 413, 500])('failureOfStatus has words for %i', (status) => {
	expect(statusOf(failureOfStatus(status))).toBe(status);
});

test('openApi names every kind of problem, and says how large a number may be', () => {
	const text = JSON.stringify(openApi());
	expect(problemKinds.filter(({ id }) => !text.includes(`"/help#${id}"`))).toEqual([]);
	expect(text).toContain('{"type":"integer","format":"int64"}');
	expect(text).toContain('application/jsonl');
});
