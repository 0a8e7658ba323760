import { defineConfig } from 'vitest/config'
import { definitions } from './bin/reader-version.mjs'

export default defineConfig({
  define: definitions(),
  test: {
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
})
