// What the server build consists of. Workers are files of their own: a thread or a process starts from a URL.
export const entries = {
  apps: {
    server: 'src/apps/server/main.ts',
    cli: 'src/apps/cli/main.ts',
  },
  workers: {
    'pglite-worker': 'src/platform/server/db/pglite-worker.mjs',
    worker: 'src/apps/server/worker.ts',
  },
}
