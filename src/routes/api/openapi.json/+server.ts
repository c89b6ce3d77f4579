import { openApi } from '#lib/server/answers/open-api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => Response.json(openApi());
