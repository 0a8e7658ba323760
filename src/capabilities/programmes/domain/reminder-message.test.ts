import { describe, expect, it } from 'vitest'
import { reminderOf, lateDuties, lateDuty, SENDER } from './reminder-testing.ts'
import { toReminderMessage } from './reminder-message.ts'

describe('the message to paste into a chat', () => {
  it('has three lines: who is late, with what, what is wanted', () => {
    expect(toReminderMessage(reminderOf([lateDuty(5), lateDuty(12, { clause: 'khoản 1 mục IV' })]))).toBe(
      [
        'Văn phòng Ban An toàn giao thông tỉnh Mẫu nhắc Sở Xây dựng tỉnh Mẫu: còn 02 nhiệm vụ quá hạn tại Kế hoạch số 46/KH-BATGT.',
        'Gồm: khoản 1 mục IV (hạn 10/11/2026, quá 12 ngày); điểm a khoản 2 mục III (hạn 17/11/2026, quá 05 ngày).',
        'Đề nghị hoàn thành, báo cáo kèm minh chứng chậm nhất ngày 05/12/2026. Đầu mối: đồng chí Trần Thị Lan, chuyên viên, điện thoại 0299.3.812.345.',
      ].join('\n'),
    )
  })

  it('names three of many, with their documents where there are several', () => {
    const [first, second] = toReminderMessage(reminderOf(lateDuties(25))).split('\n')
    expect(first).toMatch(/: còn 25 nhiệm vụ quá hạn\.$/u)
    expect(second).toBe(
      'Gồm: khoản 7 mục I Chỉ thị số 05/CT-UBND (hạn 04/06/2026, quá 171 ngày); khoản 6 mục IV Kế hoạch số 46/KH-BATGT (hạn 11/06/2026, quá 164 ngày); khoản 5 mục III Kế hoạch số 46/KH-BATGT (hạn 18/06/2026, quá 157 ngày) và 22 nhiệm vụ khác.',
    )
  })

  it('says of a duty that no document gave how it was given', () => {
    const lines = toReminderMessage(reminderOf([lateDuty(5, { document: null, clause: null })])).split('\n')
    expect(lines[0]).toMatch(/: còn 01 nhiệm vụ quá hạn\.$/u)
    expect(lines[1]).toBe('Gồm: nhiệm vụ giao trực tiếp (hạn 17/11/2026, quá 05 ngày).')
  })

  it('orders from above and leaves out whom to call where nobody is named', () => {
    const sender = { ...SENDER, manner: 'order' as const, contact: null }
    expect(toReminderMessage(reminderOf([lateDuty(5)], { sender })).split('\n')[2]).toBe(
      'Yêu cầu hoàn thành, báo cáo kèm minh chứng chậm nhất ngày 05/12/2026.',
    )
  })

  it('stays three lines whatever the names hold', () => {
    const agency = { code: 'a', name: 'Sở\nXây  dựng\r\n' }
    const message = toReminderMessage(reminderOf([lateDuty(5, { clause: 'khoản 1\nmục IV' })], { agency }))
    expect(message.split(/[\r\n]/u)).toHaveLength(3)
    expect(message).toContain('nhắc Sở Xây dựng : còn')
  })

  it('does not carry the order into the chat', () => {
    expect(toReminderMessage(reminderOf([lateDuty(5)]))).not.toContain('Rà soát')
  })
})
