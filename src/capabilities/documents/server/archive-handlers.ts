import { parsePlainDate } from '#kernel/plain-date.ts'
import { Problem } from '#kernel/problem.ts'
import { openFile } from '#platform/server/files/store.ts'
import { Reply, withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { compareClauses, listClauses } from '../domain/changes.ts'
import { findSnippet, toSearchTerms } from '../domain/search.ts'
import { listLinks } from './citations.ts'
import { MOST_LINES } from './export.ts'
import { toFileType } from './file-type.ts'
import { documentProblems } from './problems.ts'
import { findStructure, findText } from './reading-store.ts'
import { asSeen, findSeen, sightOf } from './reach.ts'
import { toRegisterSheet } from './register-sheet.ts'
import type * as schemas from './schemas.ts'
import { listDocuments, listFilterValues, listTexts, type ArchivePage } from './search-store.ts'
import type { DocumentQuery, Snippet } from '../domain/archive-api.ts'
import type { Db } from '#platform/server/db/db.ts'
import { requireContent, requireDocument, toDetail, toNeighbour, toSummary } from './views.ts'

const SIZE = 25
const MOST = 100

/** First the words side by side; where no document has them so, the words anywhere. */
const search = async (
  { db, province, actor }: Pick<Ask, 'db' | 'province' | 'actor'>,
  asked: DocumentQuery,
  page: { limit: number; offset: number },
): Promise<ArchivePage & { match: 'all' | 'phrase' | 'words' }> => {
  for (const day of [asked.from, asked.to])
    if (day !== undefined && !parsePlainDate(day))
      throw new Problem(documentProblems.impossibleDay, `Ngày “${day}”.`)
  const sight = sightOf(actor)
  const query = sight.everything ? asked : { ...asked, state: 'accepted' as const, withdrawn: 'no' as const }
  const seen = ({ rows, total }: ArchivePage): ArchivePage => ({
    rows: rows.map((row) => asSeen(sight, row)),
    total,
  })
  const { phrase, words } = toSearchTerms(query.q ?? '')
  const sorted = { ...page, sort: query.sort ?? ('arrival' as const) }
  const found = seen(await listDocuments(db, province, query, phrase, sorted))
  if (phrase.length === 0) return { ...found, match: 'all' }
  if (found.total > 0 || words.length < 2) return { ...found, match: 'phrase' }
  return { ...seen(await listDocuments(db, province, query, words, sorted)), match: 'words' }
}

/** Most hits stand near the beginning: whole texts are fetched only where they do not. */
const BEGINNING = 6000
const WHOLE = 100_000_000

const listSnippets = async (
  db: Db,
  ids: readonly string[],
  query: string,
): Promise<ReadonlyMap<string, Snippet>> => {
  const snippets = new Map<string, Snippet>()
  for (const [id, text] of await listTexts(db, ids, BEGINNING)) {
    const snippet = findSnippet(text, query, true)
    // What touches the cut may go on behind it.
    if (snippet && snippet.start + snippet.text.length < text.length) snippets.set(id, snippet)
  }
  const rest = ids.filter((id) => !snippets.has(id))
  for (const [id, text] of await listTexts(db, rest, WHOLE)) {
    const snippet = findSnippet(text, query)
    if (snippet) snippets.set(id, snippet)
  }
  return snippets
}

export const showArchive: Handler<typeof schemas.showArchive> = async (ask) => {
  const { db, province, query } = ask
  const page = Math.max(1, Number(query.page ?? 1))
  const size = Math.min(MOST, Math.max(1, Number(query.size ?? SIZE)))
  const { rows, total, match } = await search(ask, query, { limit: size, offset: (page - 1) * size })
  const ids = match === 'all' ? [] : rows.map((row) => row.id)
  const snippets = await listSnippets(db, ids, query.q ?? '')
  const items = rows.map((row) => ({ ...toSummary(row), snippet: snippets.get(row.id) ?? null }))
  return { items, total, page, size, match, ...(await listFilterValues(db, province)) }
}

export const exportRegister: Handler<typeof schemas.exportRegister> = async (ask) => {
  const { rows } = await search(ask, ask.query, { limit: MOST_LINES, offset: 0 })
  return new Reply(undefined, {
    file: { ...(await toRegisterSheet(rows.map(toSummary))), name: 'so-van-ban-den.xlsx' },
  })
}

export const showDocument: Handler<typeof schemas.showDocument> = async (ask) => {
  const row = requireDocument(await findSeen(ask, ask.params.id))
  return withVersion(await toDetail(ask.db, row, sightOf(ask.actor)), row.version)
}

export const showText: Handler<typeof schemas.showText> = async (ask) => {
  const { db, params } = ask
  requireContent(await findSeen(ask, params.id))
  const text = await findText(db, params.id)
  if (text === undefined) throw new Problem(documentProblems.notRead)
  return { text }
}

export const showStructure: Handler<typeof schemas.showStructure> = async (ask) => {
  const { db, params } = ask
  requireContent(await findSeen(ask, params.id))
  const found = await findStructure(db, params.id)
  if (!found) throw new Problem(documentProblems.notRead)
  return found.structure
}

export const downloadFile: Handler<typeof schemas.downloadFile> = async (ask) => {
  const document = requireContent(await findSeen(ask, ask.params.id))
  const { stream } = await openFile(ask.services.filesDir, document.sha256 ?? '')
  return new Reply(undefined, {
    file: { bytes: stream, type: toFileType(document.format), name: document.file_name },
    headers: { 'cache-control': 'private, no-cache' },
  })
}

export const showCitations: Handler<typeof schemas.showCitations> = async (ask) =>
  await listLinks(ask.db, requireContent(await findSeen(ask, ask.params.id)), sightOf(ask.actor))

export const showChanges: Handler<typeof schemas.showChanges> = async (ask) => {
  const { db } = ask
  const document = requireContent(await findSeen(ask, ask.params.id))
  const against = ask.query.against ?? document.supersedes ?? document.duplicate_of
  if (against === null || against === document.id) throw new Problem(documentProblems.nothingToCompare)
  const other = requireContent(await findSeen(ask, against))
  const before = await getClauses(db, other.id)
  return { against: toNeighbour(other), ...compareClauses(before, await getClauses(db, document.id)) }
}

const getClauses = async (db: Db, id: string) => {
  const text = await findText(db, id)
  const found = await findStructure(db, id)
  if (text === undefined || !found) throw new Problem(documentProblems.notRead)
  return listClauses(text, found.structure.outline)
}
