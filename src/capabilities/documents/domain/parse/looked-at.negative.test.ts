import { describe, expect, it } from 'vitest'
import { openPlan } from './fictional-plan.test-data.ts'

const pathsOf = (body: string) => openPlan(body).tasks.map(({ path }) => path)
const END = '\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện kế hoạch này.'

describe('what is work, though it looks at something', () => {
  it('items that say what to do', () => {
    expect(
      pathsOf(`I. NỘI DUNG KIỂM TRA
1. Kiểm tra hồ sơ, tài liệu về bảo trì cầu của các đơn vị quản lý đường.
2. Kiểm tra thực địa các vị trí sạt lở và biển báo trên tuyến.${END}`),
    ).toEqual(['I.1', 'I.2', 'III.1'])
  })

  it('topics of another heading', () => {
    expect(
      pathsOf(`I. NHIỆM VỤ
1. Công tác tuyên truyền: Sở Y tế xây dựng tờ rơi về sơ cứu và phát tại bến xe.
2. Công tác cứu hộ: Công an tỉnh bố trí xe cứu hộ thường trực trên quốc lộ.${END}`),
    ).toEqual(['I.1', 'I.2', 'III.1'])
  })

  it('a body of communes that hands work on keeps it', () => {
    const [task] = openPlan(`I. NHIỆM VỤ
1. UBND các xã giao Công an xã tuần tra ban đêm tại các điểm đen trên địa bàn.${END}`).tasks
    expect(task?.lead).toEqual(['UBND các xã'])
  })
})
