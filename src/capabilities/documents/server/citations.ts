import type { Db } from '#platform/server/db/db.ts'
import type { Citation } from '../contract.ts'
import type { CitationLinks } from '../domain/archive-api.ts'
import { decideLink, toNumberKey } from '../domain/citation-link.ts'
import { listCitations, listCitationsOfNumber, listDocumentsOfKeys } from './reading-store.ts'
import type { Sight } from './reach.ts'
import type { DocumentRow } from './tables.ts'
import { toNeighbour } from './views.ts'

const toNamed = ({ type, number, issued_on, issuer }: DocumentRow) => ({
  type,
  number,
  issuedOn: issued_on,
  issuer,
})

/** The document that a citation means: a certain one before a possible one, the earliest received first. */
const findCited = (citation: Citation, candidates: readonly DocumentRow[]) => {
  const links = candidates.flatMap((row) => {
    const match = decideLink(citation, toNamed(row))
    return match ? [{ ...toNeighbour(row), match }] : []
  })
  return links.find((link) => link.match === 'certain') ?? links[0] ?? null
}

/** What a document cites and what cites it, as far as the archive holds them. */
export const listLinks = async (db: Db, document: DocumentRow, sight: Sight): Promise<CitationLinks> => {
  const citations = await listCitations(db, document.id)
  const keys = citations.flatMap((citation) => toNumberKey(citation.number) ?? [])
  const candidates = (await listDocumentsOfKeys(db, document.province, [...new Set(keys)])).filter(
    (row) => row.id !== document.id && sight.sees(row),
  )
  const cites = citations.map((citation) => ({ ...citation, document: findCited(citation, candidates) }))
  if (document.number_key === null) return { cites, citedBy: [] }
  const rows = await listCitationsOfNumber(db, document.province, document.number_key)
  const citedBy = rows
    .filter((row) => row.id !== document.id && sight.sees(row))
    .flatMap((row) => {
      const match = decideLink(row.citation, toNamed(document))
      return match ? [{ ...toNeighbour(row), match, spans: row.citation.spans }] : []
    })
  return { cites, citedBy }
}
