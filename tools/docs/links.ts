import path from 'node:path'
import type { Tree, Violation } from '../architecture/tree.ts'

/** `[words](target)` and `![words](target)`; code spans and fences are blanked out before. */
const LINK = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/gu
const FENCE = /^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$/gmu

const blank = (text: string): string => text.replace(/[^\n]/gu, ' ')

/** The text with code replaced by spaces: lines and offsets stay. */
export const withoutCode = (text: string): string => text.replace(FENCE, blank).replace(/`[^`\n]*`/gu, blank)

/** The anchor that GitHub and most readers of Markdown give a heading. */
export const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/gu, '-')

const anchorsOf = (text: string): Set<string> =>
  new Set(
    [...text.replace(FENCE, blank).matchAll(/^#{1,6}\s+(\S.*)$/gmu)].map((match) =>
      toAnchor((match[1] ?? '').replaceAll('`', '')),
    ),
  )

/** Links of all pages that lead nowhere. Addresses on the web are not followed: the check works offline. */
export const brokenLinks = (tree: Tree, exists: (place: string) => boolean): Violation[] =>
  tree.files
    .filter((file) => file.path.endsWith('.md'))
    .flatMap((file) =>
      [...withoutCode(file.text).matchAll(LINK)].flatMap((match): Violation[] => {
        const target = decodeURI(match[1] ?? '')
        if (/^(?:https?|mailto|tel):/u.test(target)) return []
        const [place = '', anchor] = target.split('#')
        const page = place === '' ? file.path : path.posix.join(path.posix.dirname(file.path), place)
        const line = file.text.slice(0, match.index).split('\n').length
        const say = (message: string): Violation[] => [{ path: file.path, line, message }]
        if (!exists(page)) return say(`link to ${target}: there is no ${page}`)
        const linked = tree.find(page)
        if (anchor === undefined || !linked?.path.endsWith('.md')) return []
        return anchorsOf(linked.text).has(anchor) ? [] : say(`link to ${target}: ${page} has no such heading`)
      }),
    )
