import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nothing is to ask for anything: its address, and how often it was asked all the same. */
export async function startUnwantedServer(): Promise<{ address: string; asked: () => number; close: () => void }> {
	let asked = 0;
	const server = createServer((_request, response) => {
		asked++;
		response.end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	return { address, asked: () => asked, close: () => server.close() };
}
