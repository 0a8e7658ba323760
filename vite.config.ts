import react from '@vitejs/plugin-react'
import path from 'node:path'
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

export default defineConfig(async () => {
  const fonts = await makeWebFonts(root)
  const server = 'http://127.0.0.1:3000'
  return {
    root: path.join(root, 'src/apps/web'),
    publicDir: path.join(root, 'src/apps/web/public'),
    cacheDir: path.join(root, 'node_modules/.cache/vite'),
    plugins: [dropOtherLanguages(), react()],
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
