import type { AgencyRow } from '#capabilities/people/contract.ts'

/**
 * The bodies at the head of every province, to which those of the communes belong. `where` is the province with its
 * kind, as it stands within a sentence: `tỉnh Bắc Ninh`, `thành phố Huế`.
 */
export const toBaseAgencies = (where: string, provinceCode: string, source: string): AgencyRow[] => {
  const kind = where.startsWith('thành phố') ? 'thành phố' : 'tỉnh'
  const row = (code: string, long: string, short: string, more: Partial<AgencyRow>): AgencyRow => ({
    code,
    name: `${long} ${where}`,
    shortName: `${short} ${kind}`,
    kind: 'other',
    level: 'province',
    aliases: [],
    source,
    ...more,
  })
  return [
    row('ubnd-tinh', 'Ủy ban nhân dân', 'UBND', { kind: 'peoples-committee', unitCode: provinceCode }),
    row('batgt-tinh', 'Ban An toàn giao thông', 'Ban ATGT', {
      kind: 'safety-committee',
      parent: 'ubnd-tinh',
    }),
    row('cong-an-tinh', 'Công an', 'Công an', { kind: 'police' }),
    row('tand-tinh', 'Tòa án nhân dân', 'TAND', { kind: 'court' }),
  ]
}
