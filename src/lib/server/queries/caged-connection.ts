import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import neo4j, { type Driver } from 'neo4j-driver';
import type { StoreAccess } from '#lib/server/store.ts';

export interface CagedConnection {
	driver: Driver;
	database: string;
	/** Bytes that came in over all connections so far, also those of a record that is not complete yet. */
	bytesRead: () => number;
}

/**
 * The query process's way to the store: one connection, kept from query to query, opened anew when the store's
 * address has changed. Whole numbers are bigint. Waiting is short: whoever asks is told soon that the store is away.
 */
export function createConnection(): { to: (access: StoreAccess) => CagedConnection } {
	let current: { key: string; driver: Driver } | null = null;
	let closed = 0;
	const sockets = new Set<Socket>();
	// The driver hands out a record when it has decoded all of it; only its sockets tell how large one grows.
	subscribe('net.client.socket', (message) => {
		const { socket } = message as { socket: Socket };
		sockets.add(socket);
		socket.once('close', () => {
			sockets.delete(socket);
			closed += socket.bytesRead;
		});
	});
	return {
		to(access) {
			const key = JSON.stringify(access);
			if (current?.key !== key) {
				void current?.driver.close();
				const driver = neo4j.driver(access.bolt, neo4j.auth.basic(access.username, access.password), {
					useBigInt: true,
					maxConnectionPoolSize: 2,
					connectionTimeout: 3000,
					connectionAcquisitionTimeout: 4000,
					maxTransactionRetryTime: 500,
					// A server that was started anew is noticed before a query is lost to its old connection.
					connectionLivenessCheckTimeout: 0,
					fetchSize: 200
				});
				current = { key, driver };
			}
			return {
				driver: current.driver,
				database: access.database,
				bytesRead: () => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, closed)
			};
		}
	};
}
