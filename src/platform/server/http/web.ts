import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import fs from 'node:fs'
import path from 'node:path'

/** Serves the built web app; every page address answers with its one document. */
export const mountWeb = async (app: FastifyInstance, webDir: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (response, file) => {
      // Built files carry their hash in the name; the rest may change at any release.
      const isHashed = file.includes(`${path.sep}assets${path.sep}`)
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const document = fs.readFileSync(path.join(webDir, 'index.html'))
  app.get(
    '/*',
    async (_request, reply) =>
      await reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(document),
  )
}
