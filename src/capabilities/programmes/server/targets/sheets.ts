import { parsePeriodId, formatPeriod } from '#kernel/period.ts'
import { formatPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { FollowedTarget, TargetDetail } from '../../domain/targets-schemas.ts'
import { targetStateWords } from '../../domain/targets-words.ts'
import { toComparison } from '../../domain/words.ts'
import { sheetColumn as column, toXlsx, type Sheet } from '../sheet-file.ts'

const toWay = ({ direction }: FollowedTarget): string =>
  direction === 'decrease' ? 'Giảm' : direction === 'increase' ? 'Tăng' : ''

const toPeriodWords = (id: string): string => {
  const period = parsePeriodId(id)
  return period ? formatPeriod(period) : id
}

/** All targets with how they stand. */
export const toTargetsFile = async (
  items: readonly FollowedTarget[],
  today: PlainDate,
): Promise<Uint8Array> => {
  const sheet: Sheet<FollowedTarget> = {
    name: 'Chỉ tiêu',
    of: `Đánh giá đến ngày ${formatPlainDate(today)}`,
    columns: [
      column('Kế hoạch', 22, (one) => one.programmeNumber ?? one.programmeSubject),
      column('Mục', 10, (one) => one.path),
      column('Chỉ tiêu', 60, (one) => one.indicator),
      column('Tăng, giảm', 10, toWay),
      column('Mức', 18, (one) => toComparison(one.comparator, one.value)),
      column('Đơn vị', 12, (one) => one.unit),
      column('So với năm', 12, (one) => one.baseline),
      column('Kỳ đánh giá', 18, (one) => one.at?.name ?? ''),
      column('Thực hiện', 14, (one) => one.reached),
      column('Theo lộ trình', 14, (one) => one.wanted),
      column('Đánh giá', 18, (one) => targetStateWords[one.state]),
      column('Vì sao', 60, (one) => one.why),
      column('Cơ quan cung cấp số liệu', 32, (one) => one.agencyName),
    ],
    rows: items,
  }
  return await toXlsx([sheet as unknown as Sheet])
}

/** One target: its path, and every figure that was ever given. */
export const toTargetFile = async (target: TargetDetail): Promise<Uint8Array> => {
  const of = [target.programmeNumber, target.path, target.indicator].filter(Boolean).join(' · ')
  const path: Sheet<TargetDetail['points'][number]> = {
    name: 'Lộ trình',
    of,
    columns: [
      column('Kỳ', 44, (one) => toPeriodWords(one.period.id)),
      column('Số liệu của kỳ', 16, (one) => one.actual),
      column(target.measure === 'sum' ? 'Lũy kế' : 'Mức đạt', 14, (one) => one.reached),
      column('Theo lộ trình', 14, (one) => one.wanted),
      column('Cùng kỳ năm gốc', 16, (one) => one.base),
    ],
    rows: target.points,
  }
  const entries: Sheet<TargetDetail['entries'][number]> = {
    name: 'Số liệu đã nhập',
    of,
    columns: [
      column('Kỳ', 44, (one) => toPeriodWords(one.period)),
      column('Số liệu', 14, (one) => one.value),
      column('Nhận xét', 12, (one) => (one.isMet === null ? '' : one.isMet ? 'Đạt' : 'Chưa đạt')),
      column('Nguồn', 40, (one) => one.source),
      column('Ghi chú', 40, (one) => one.note),
      column('Cơ quan nhập', 32, (one) => one.agencyName),
      column('Thời điểm nhập (UTC)', 24, (one) => one.at),
      column('Còn hiệu lực', 14, (one) => (one.isCurrent ? 'Có' : 'Đã sửa')),
    ],
    rows: target.entries,
  }
  return await toXlsx([path as unknown as Sheet, entries as unknown as Sheet])
}
