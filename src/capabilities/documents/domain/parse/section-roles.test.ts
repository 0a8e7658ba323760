import { describe, expect, it } from 'vitest'
import { decideRole, holdsDuties } from './section-roles.ts'

describe('what a section is for', () => {
  it.each([
    ['MỤC ĐÍCH, YÊU CẦU', 'purpose'],
    ['Mục đích, mục tiêu', 'target'],
    ['MỤC TIÊU', 'target'],
    ['Mục tiêu, nhiệm vụ trọng tâm', 'task'],
    ['ĐÁNH GIÁ NGUY CƠ SAU BÃO', 'situation'],
    ['Đặc điểm tình hình', 'situation'],
    ['NHIỆM VỤ VÀ GIẢI PHÁP', 'task'],
    ['KINH PHÍ THỰC HIỆN', 'budget'],
    ['Thời gian thực hiện', 'schedule'],
    ['Thời gian và trách nhiệm thực hiện', 'task'],
    ['Chế độ báo cáo', 'report'],
    ['Hình thức khen thưởng', 'award'],
    ['Sở Y tế', 'task'],
    ['Về kết quả đạt được', 'situation'],
    ['Về những tồn tại, hạn chế', 'situation'],
    ['Về khắc phục tồn tại, hạn chế', 'task'],
  ])('%s → %s', (heading, role) => {
    expect(decideRole(heading, undefined)).toBe(role)
  })

  it('what stands below aims or money is of their kind', () => {
    expect(decideRole('Nhiệm vụ thường xuyên', 'budget')).toBe('budget')
    expect(decideRole('Tăng cường kiểm tra', 'target')).toBe('target')
    expect(decideRole('Trách nhiệm của các cơ quan', 'award')).toBe('task')
  })

  it('a sentence is no heading', () => {
    expect(
      decideRole(
        'Mục tiêu được nêu rõ. Sở Y tế tổ chức kiểm tra việc thực hiện; Sở Nội vụ tổng hợp, báo cáo.',
        'task',
      ),
    ).toBe('task')
  })

  it('only tasks and reports hold duties', () => {
    expect([
      holdsDuties('task'),
      holdsDuties('report'),
      holdsDuties('purpose'),
      holdsDuties('budget'),
    ]).toEqual([true, true, false, false])
  })
})
