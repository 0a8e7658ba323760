import type { IncomingMessage } from 'node:http'
import net from 'node:net'
import { once } from 'node:events'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { readConfig } from '../config.ts'
import type { Database } from '../db/db.ts'
import { openEmbeddedTest } from '../db/testing.ts'
import { buildApp } from './app.ts'
import { idleWorkers } from '../workers/testing.ts'

/** Phones and page changes cut lines all day; that is no fault to be logged. */
describe('a browser that goes away before its answer', () => {
  const logged: string[] = []
  let database: Database
  let app: FastifyInstance
  let port: number
  beforeAll(async () => {
    database = await openEmbeddedTest()
    app = await buildApp({
      services: {
        config: readConfig({}),
        clock: { now: () => '2026-11-21T03:00:00.000Z' },
        database,
        subscriptions: new Map(),
        log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
        workers: idleWorkers(),
        filesDir: '',
        province: '99',
      },
      capabilities: [],
      authenticate: async () => undefined,
      webDir: undefined,
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    port = (app.server.address() as net.AddressInfo).port
  })
  afterAll(async () => {
    await app.close()
    await database.close()
  })

  it('leaves no trace in the log, and the next one is served', async () => {
    // Each line is cut as soon as the server has it, so that every step meets a dead one sooner or later.
    app.server.prependListener('request', (request: IncomingMessage) => {
      if (request.headers['x-cut'] === 'yes') request.socket.destroy()
    })
    for (let i = 0; i < 20; i++) {
      const socket = net.connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write('GET /health HTTP/1.1\r\nhost: localhost\r\nx-cut: yes\r\n\r\n')
      await once(socket, 'close')
    }
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    expect(logged).toEqual([])
  })
})
