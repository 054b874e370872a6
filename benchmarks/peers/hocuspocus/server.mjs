// Hocuspocus as its documentation starts it, without anything that stores. Its port is the first line it writes.

import { Server } from "@hocuspocus/server";

const server = new Server({ address: "127.0.0.1", port: 0, quiet: true });
await server.listen();
process.stdout.write(`${server.address.port}\n`);
