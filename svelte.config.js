import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// scripts/build-explorer.ts gives each build a folder of its own.
		adapter: adapter({ out: process.env.BUILD_FOLDER ?? 'build/by-hand' }),
		// The hooks look at who asks, for every method and type of body, and answer in our words.
		csrf: { trustedOrigins: ['*'] },
		// Everything is served from this server: nothing foreign may load, and no inline script runs without its hash.
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'style-src': ['self', 'unsafe-inline'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.ts', '../tests/**/*.ts', '../*.ts');
				return config;
			}
		}
	}
};
