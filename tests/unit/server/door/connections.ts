import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A real server for the length of `work`, which is given its port. */
export async function served(
	listener: RequestListener,
	work: (port: number) => Promise<void>
): Promise<void> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		await work((server.address() as AddressInfo).port);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

/** Sends text as it is, and gives all that comes back until the other side closes. */
export function sent(port: number, text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
		socket.setTimeout(5000, () => socket.destroy());
		socket.on('data', (data) => (answer += data.toString()));
		socket.on('close', () => {
			resolve(answer);
		});
		socket.on('error', reject);
	});
}
