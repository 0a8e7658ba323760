import react from '@vitejs/plugin-react'
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { makeWebFonts } from './tools/web-fonts.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

/** The words of react-aria that we use are given in Vietnamese; its thirty other languages stay at home. */
const dropOtherLanguages = (): Plugin => ({
  name: 'binhan:drop-other-languages',
  enforce: 'pre',
  load(id) {
    const isIntl =
      /[\\/](?:react-aria|react-stately|react-aria-components)[\\/]dist[\\/].*[\\/]intl[\\/]/u.test(id)
    if (!isIntl || !/[\\/][a-z]{2}-[A-Z]{2}\.mjs$/u.test(id) || id.endsWith('en-US.mjs')) return null
    return 'export default {}'
  },
})

/** The server sends `.br` or `.gz` beside a file to whoever takes it: pressed once here, hard, and never there. */
const pressFiles = (): Plugin => ({
  name: 'binhan:press-files',
  apply: 'build',
  enforce: 'post',
  // After writing: other plugins still change the chunks until then.
  writeBundle(options, bundle) {
    for (const fileName of Object.keys(bundle)) {
      if (!/\.(?:js|css|svg)$/u.test(fileName)) continue
      const file = path.join(options.dir ?? '', fileName)
      const source = fs.readFileSync(file)
      if (source.length < 1000) continue
      fs.writeFileSync(`${file}.br`, brotliCompressSync(source))
      fs.writeFileSync(`${file}.gz`, gzipSync(source, { level: 9 }))
    }
  },
})

export default defineConfig(async () => {
  const fonts = await makeWebFonts(root)
  const server = 'http://127.0.0.1:3000'
  return {
    root: path.join(root, 'src/apps/web'),
    publicDir: path.join(root, 'src/apps/web/public'),
    cacheDir: path.join(root, 'node_modules/.cache/vite'),
    plugins: [dropOtherLanguages(), react(), pressFiles()],
    resolve: {
      alias: {
        'virtual:fonts/interface.css': fonts.interface,
        'virtual:fonts/documents.css': fonts.documents,
      },
    },
    build: {
      outDir: path.join(root, 'dist/web'),
      emptyOutDir: true,
      // The last Chromium that runs on Windows 7.
      target: 'chrome109',
      cssTarget: 'chrome109',
      manifest: true,
      // The content security policy lets fonts and scripts come from our own address only: nothing inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: { port: 5173, proxy: { '/api': server, '/health': server } },
  }
})
