import type { Db, Tx } from '#platform/server/db/db.ts'
import type { Target } from '../../contract.ts'
import { tables, type FigureRow, type TargetWayRow } from './tables.ts'

/** A live target of an active plan, with what is known of how its figures are taken. */
export interface TargetRow {
  readonly id: string
  readonly programme_id: string
  readonly document_id: string | null
  readonly position: number
  readonly path: string
  readonly spans: Target['spans']
  readonly search: string
  readonly indicator: string
  readonly comparator: Target['comparator']
  readonly value: Target['value']
  readonly unit: string | null
  readonly direction: Target['direction']
  readonly baseline: number | null
  readonly rhythm: TargetWayRow['rhythm'] | null
  readonly measure: TargetWayRow['measure'] | null
  readonly reading: TargetWayRow['reading']
  readonly agency: string | null
  readonly version: number | null
  readonly number: string | null
  readonly subject: string | null
  readonly years: number[]
  readonly issued_on: string | null
}

/** Every target that counts, of all active plans or of one, in the order of plans and clauses. */
export const listTargetRows = async (
  db: Db | Tx,
  province: string,
  only: { readonly programme?: string; readonly id?: string },
): Promise<readonly TargetRow[]> =>
  await tables(db)
    .selectFrom('programme_item as item')
    .innerJoin('programme_target as target', 'target.item_id', 'item.id')
    .innerJoin('programme', 'programme.id', 'item.programme_id')
    .leftJoin('target_way as way', 'way.item_id', 'item.id')
    .select([
      'item.id',
      'item.programme_id',
      'item.document_id',
      'item.position',
      'item.path',
      'item.spans',
      'item.search',
      'target.indicator',
      'target.comparator',
      'target.value',
      'target.unit',
      'target.direction',
      'target.baseline',
      'way.rhythm',
      'way.measure',
      'way.reading',
      'way.agency',
      'way.version',
      'programme.number',
      'programme.subject',
      'programme.years',
      'programme.issued_on',
    ])
    .where('item.province', '=', province)
    .where('item.ended_at', 'is', null)
    .where('programme.state', '=', 'active')
    .$if(only.programme !== undefined, (query) => query.where('item.programme_id', '=', only.programme ?? ''))
    .$if(only.id !== undefined, (query) => query.where('item.id', '=', only.id ?? ''))
    .orderBy('programme.created_at', 'desc')
    .orderBy('programme.id')
    .orderBy('item.position')
    .orderBy('item.id')
    .execute()

/** Every figure of these targets, the first of each period first. */
export const listFigures = async (db: Db | Tx, targets: readonly string[]): Promise<readonly FigureRow[]> =>
  targets.length === 0
    ? []
    : await tables(db)
        .selectFrom('target_figure')
        .selectAll()
        .where('item_id', 'in', targets)
        .orderBy('item_id')
        .orderBy('period')
        .orderBy('seq')
        .execute()

/** The findings of plans, for what contradicts itself in them. */
export const listPlanFindings = async (db: Db | Tx, programmes: readonly string[]) =>
  programmes.length === 0
    ? []
    : await tables(db)
        .selectFrom('programme')
        .select(['id', 'findings'])
        .where('id', 'in', programmes)
        .execute()

/** The target, held until the transaction ends: two entries of one period never count alike. */
export const lockTarget = async (tx: Tx, province: string, id: string): Promise<boolean> => {
  const row = await tables(tx)
    .selectFrom('programme_item')
    .select('id')
    .where('province', '=', province)
    .where('id', '=', id)
    .where('kind', '=', 'target')
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export const insertFigure = async (tx: Tx, row: FigureRow): Promise<void> => {
  await tables(tx).insertInto('target_figure').values(row).execute()
}

/** Sets how the figures of a target are taken; the version counts the decisions. */
export const setWay = async (tx: Tx, row: TargetWayRow): Promise<void> => {
  await tables(tx)
    .insertInto('target_way')
    .values(row)
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
    .execute()
}
