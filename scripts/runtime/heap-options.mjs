/**
 * How a server process keeps its young objects. At Node's default of 16 MB some hundred requests that
 * wait for one statement are copied again and again, and V8 then takes what they allocate for
 * long-lived and lets it pile up: a tenth of what taking an application costs in Node (measured).
 * The price is memory: with the demo an idle server takes 215 MB instead of 157. `package.json`,
 * `Dockerfile` and `docker-compose.yml` repeat these options; a test compares them.
 */
export const heapOptions = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring'];
