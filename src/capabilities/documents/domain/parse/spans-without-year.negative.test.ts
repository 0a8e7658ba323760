import { describe, expect, it } from 'vitest'
import { atDuty, readPlan } from './plan-testing.ts'

const spans = (line: string) =>
  atDuty(readPlan({ duties: [line] }).deadlines).filter(({ on }) => on?.includes('/') === true)

describe('joinSpansWithoutYear makes no span of', () => {
  it.each([
    'Sở Xây dựng rà soát số vụ tai nạn xảy ra từ tháng 1 đến tháng 6.',
    'Sở Xây dựng báo cáo số liệu tính từ ngày 15/12 đến ngày 14/01.',
    'Hằng năm, từ ngày 15/5 đến 30/6, Sở Xây dựng kiểm tra an toàn cầu, đường.',
    'Sở Xây dựng chuẩn bị phương án cho mùa mưa bão (từ tháng 5 đến tháng 10).',
    'Công an tỉnh kiểm tra bến xe từ tháng 9 đến tháng 6.',
    'Công an tỉnh tuần tra từ ngày 31/4 đến ngày 15/5.',
    'Sở Y tế tập huấn trong tháng 4, tháng 7.',
  ])('%s', (line) => {
    expect(spans(line)).toEqual([])
  })
})
