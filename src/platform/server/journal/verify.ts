import type { Db } from '../db/db.ts'
import { GENESIS, hashEntry } from './hash.ts'
import type { Seal } from './seal.ts'

/** One place where the journal is not what it was. */
export interface JournalFault {
  readonly kind: 'changed' | 'gap' | 'cut-tail' | 'rewritten' | 'head-lost'
  /** The row at which it shows. */
  readonly seq: number
  /** Vietnamese, for the person. */
  readonly message: string
}

export interface JournalCheck {
  readonly province: string
  readonly entries: number
  readonly head: { readonly seq: number; readonly hash: string }
  readonly faults: readonly JournalFault[]
}

/** Rows read at a time. */
const PAGE = 2_000
/** A journal broken at its root would name every row; the first ones tell the story. */
const MAX_FAULTS = 20

/**
 * Walks the whole chain of a province: each row must hash to what it says, follow the one before by number and hash,
 * and the last must be the head. A seal kept outside also finds a journal that was rewritten as a whole.
 */
export const verifyJournal = async (
  db: Db,
  province: string,
  seal?: Pick<Seal, 'seq' | 'hash'>,
): Promise<JournalCheck> => {
  const faults: JournalFault[] = []
  const found = (kind: JournalFault['kind'], seq: number, message: string): void => {
    if (faults.length < MAX_FAULTS) faults.push({ kind, seq, message })
  }
  let seq = 0
  let hash = GENESIS
  let entries = 0
  let head: { seq: number; hash: string } | undefined
  let sealedHash = seal?.seq === 0 ? GENESIS : undefined
  for (;;) {
    const page = await db
      .selectFrom('journal')
      .selectAll()
      .where('province', '=', province)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of page) {
      if (row.seq !== seq + 1) {
        found('gap', seq + 1, `Mất ${row.seq - seq - 1} dòng, từ dòng ${seq + 1} đến dòng ${row.seq - 1}.`)
      } else if (row.previous_hash !== hash) {
        found('changed', row.seq, `Dòng ${row.seq} không nối tiếp dòng ${seq}.`)
      }
      const computed = hashEntry(row)
      if (computed !== row.hash) found('changed', row.seq, `Nội dung dòng ${row.seq} đã bị sửa.`)
      seq = row.seq
      hash = row.hash
      entries++
      if (seal?.seq === seq) sealedHash = computed
    }
    if (page.length === PAGE) continue
    head = await getHead(db, province)
    // Entries that came while we walked are no cut tail: walk on until a page is empty.
    if (page.length === 0 || head === undefined || head.seq <= seq) break
  }
  if (!head && entries > 0) found('head-lost', seq, 'Mất dòng ghi đầu chuỗi nhật ký.')
  if (head && head.seq > seq)
    found('cut-tail', seq + 1, `Nhật ký bị cắt cuối: mất các dòng từ ${seq + 1} đến ${head.seq}.`)
  else if (head && (head.seq !== seq || head.hash !== hash)) {
    found('changed', seq, `Dòng cuối ${seq} không khớp với đầu chuỗi đã ghi.`)
  }
  if (seal && seal.seq > seq) {
    found(
      'cut-tail',
      seq + 1,
      `Nhật ký bị cắt cuối so với niêm phong: niêm phong ở dòng ${seal.seq}, nay chỉ còn đến dòng ${seq}.`,
    )
  } else if (seal && sealedHash !== seal.hash) {
    found(
      'rewritten',
      seal.seq,
      `Dòng ${seal.seq} khác với niêm phong: nhật ký đã bị viết lại từ dòng này trở về trước.`,
    )
  }
  return { province, entries, head: { seq, hash }, faults }
}

const getHead = async (db: Db, province: string): Promise<{ seq: number; hash: string } | undefined> =>
  await db
    .selectFrom('journal_head')
    .select(['seq', 'hash'])
    .where('province', '=', province)
    .executeTakeFirst()
