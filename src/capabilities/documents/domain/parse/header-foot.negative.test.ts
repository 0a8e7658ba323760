import { describe, expect, test } from 'vitest'
import { readFoot } from './header-foot.ts'
import { toLines } from './lines.ts'
import { normalise } from './normalise.ts'

describe('recipients are no signatories', () => {
  const foot = (text: string) => readFoot(toLines(normalise(text)))

  test('posts and names among the recipients', () => {
    const { name, title, recipients } = foot(
      'Nơi nhận:\n- Giám đốc;\n- Phó Thủ tướng Trần Văn Mẫu;\n- Lưu: VT.',
    )
    expect([name, title]).toEqual([null, null])
    expect(recipients.map((r) => r.value)).toEqual(['Giám đốc', 'Phó Thủ tướng Trần Văn Mẫu', 'Lưu: VT'])
  })

  test('an agency is no name', () => {
    expect(foot('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nSở Xây Dựng').name).toBeNull()
  })

  test.each(['Nơi nhận: ớ. ^ N', 'Nơi nhận: .', 'Nơi nhận:'])('the scratches of a scanner: %s', (line) => {
    expect(foot(`${line}\n- Như trên;\n- Lưu: VT.`).recipients).toHaveLength(2)
  })

  test('a list with signs takes no line without one', () => {
    expect(foot('Nơi nhận:\n- Như trên;\nHọp tại trụ sở.\n- Lưu: VT.').recipients).toHaveLength(2)
  })

  test.each(['(Đã ký)', 'Đã ký', '[Đã ký]', '(Chữ ký, dấu)', '(đã ký và đóng dấu)'])(
    '%s is no name',
    (mark) => {
      expect(foot(`CHỦ TỊCH\n${mark}`).name).toBeNull()
    },
  )

  test.each(['Kt quả thực hiện', 'TM. lãnh đạo cơ quan', 'KT và TL'])('%s signs for nobody', (line) => {
    expect(foot(line).authority).toBeNull()
  })
})
