import { fail, redirect } from '@sveltejs/kit';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { statusOf } from '#lib/server/answers/problem.ts';
import { roleWords, sessionRules } from '#lib/server/sign-in/constants.ts';
import { ownPath } from '#lib/server/sign-in/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { role, signIn } }) => ({
	asksPassword: signIn.passwords !== null,
	may: role && roleWords[role]
});

export const actions: Actions = {
	in: async ({ cookies, getClientAddress, locals: { signIn }, request, url }) => {
		const password = (await request.formData()).get('password');
		try {
			const role = signIn.roleOf(typeof password === 'string' ? password : '', getClientAddress());
			await signIn.sessions.end(cookies.get(sessionRules.cookie));
			cookies.set(sessionRules.cookie, await signIn.sessions.begin(role), {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: url.protocol === 'https:',
				maxAge: sessionRules.seconds
			});
		} catch (failure) {
			if (!(failure instanceof ThroughlineError)) throw failure;
			return fail(statusOf(failure), { message: failure.message, advice: failure.advice });
		}
		redirect(303, ownPath(url.searchParams.get('to')));
	},
	out: async ({ cookies, locals: { signIn }, url }) => {
		await signIn.sessions.end(cookies.get(sessionRules.cookie));
		cookies.delete(sessionRules.cookie, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:'
		});
		redirect(303, '/login');
	}
};
