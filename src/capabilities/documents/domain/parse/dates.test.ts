import { describe, expect, test } from 'vitest'
import { listDates } from './dates.ts'

const values = (text: string) => listDates(text).map((d) => d.value ?? d.recurrence ?? d.monthDay ?? d.time)

describe('a written time becomes its value', () => {
  test.each([
    ['trước ngày 30/6/2024', ['2024-06-30']],
    ['chậm nhất 30.6.2024 phải xong', ['2024-06-30']],
    ['hoàn thành ngày 15 tháng 12 năm 2025.', ['2025-12-15']],
    ['ngày 05 tháng 01 năm 2026', ['2026-01-05']],
    ['ngày tháng 6 năm 2024', ['2024-06']],
    ['ngày … tháng 6 năm 2024', ['2024-06']],
    ['tháng 9/2024', ['2024-09']],
    ['tháng 9 năm 2024', ['2024-09']],
    ['xong trong 10/2025.', ['2025-10']],
    ['quý II/2026', ['2026-Q2']],
    ['Quý IV năm 2025', ['2025-Q4']],
    ['đến năm 2030', ['2030']],
    ['ngày 26, 27/12/2011', ['2011-12-26/2011-12-27']],
    ['Chiều ngày 28/12 và cả ngày 29/12/2011', ['2011-12-28/2011-12-29']],
    ['ngày 05 và 20/12/2011', [null, '2011-12-20']],
    ['xong trước 15 tháng 8 năm 2026', ['2026-08-15']],
    ['trước ngày 25 tháng 6 và 25 tháng 12 hằng năm', ['yearly 06-25,12-25']],
    ['báo cáo quý trước ngày 15 của tháng cuối quý', ['quarterly 15']],
    ['hằng tháng (trước ngày 15), hằng quý (trước ngày 20 tháng cuối quý)', ['monthly 15', 'quarterly 20']],
    ['trong 6 tháng 12 đơn vị', [null]],
    ['từ tháng 01 đến ngày bầu cử 15/3/2026', ['2026-01/2026-03-15']],
    ['giai đoạn 2021-2025', ['2021/2025']],
    ['giai đoạn 2021 - 2025, tầm nhìn đến năm 2045', ['2021/2025', '2045']],
    ['từ ngày 20/11/2025 đến ngày 03/12/2025', ['2025-11-20/2025-12-03']],
    ['từ ngày 20/11 đến ngày 03/12/2025', ['2025-11-20/2025-12-03']],
    ['từ ngày 01 đến ngày 15/12/2025', ['2025-12-01/2025-12-15']],
    ['từ ngày 01 tháng 02 đến ngày 15 tháng 3 năm 2026', ['2026-02-01/2026-03-15']],
    ['quý I - quý II/2026', ['2026-Q1/2026-Q2']],
    ['từ tháng 3 đến tháng 6/2025', ['2025-03/2025-06']],
    ['trước ngày 15 tháng 11 hằng năm', ['yearly 11-15']],
    ['trước ngày 30/11 hàng năm', ['yearly 11-30']],
    ['ngày 18 hằng tháng', ['monthly 18']],
    ['trước 15 giờ 00 thứ Sáu hằng tuần', ['weekly fri 15:00']],
    ['trước 9h00 và 16h00 hằng ngày', ['daily 09:00,16:00']],
    ['16h00 hằng ngày', ['daily 16:00']],
    ['định kỳ hằng tháng, quý, 06 tháng và năm báo cáo', ['monthly,quarterly,every 6 months,yearly']],
    ['hằng tháng, quý, năm', ['monthly,quarterly,yearly']],
    ['Định kỳ 6 tháng xây dựng', ['every 6 months']],
    ['định kỳ hàng quý', ['quarterly']],
    ['3 tháng một lần', ['every 3 months']],
    ['17h00 ngày 20/11/2025', ['2025-11-20']],
    ['hằng tháng (trước ngày 20)', ['monthly 20']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  test('an hour stays with its day', () => {
    expect(listDates('trước 15 giờ 30 phút ngày 20/11/2025')[0]).toMatchObject({
      value: '2025-11-20',
      time: '15:30',
    })
  })

  test('the offsets point at the words', () => {
    const text = 'Gửi về Ban trước ngày 15/12/2025 để tổng hợp'
    const [date] = listDates(text)
    expect(text.slice(date?.start, date?.end)).toBe('ngày 15/12/2025')
  })
})
