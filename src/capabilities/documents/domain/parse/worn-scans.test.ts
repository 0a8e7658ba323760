import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { openPlan } from './fictional-plan.test-data.ts'
import { readDocument } from './pipeline.ts'

const leadsAt = (body: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(openPlan(body).tasks.map(({ path, lead }) => [path, lead]))
const pathsOf = (body: string): readonly string[] => {
  const list = (nodes: ReturnType<typeof openPlan>['outline']): readonly string[] =>
    nodes.flatMap((node) => [node.path, ...list(node.children)])
  return list(openPlan(body).outline)
}

describe('below a title of what it is about', () => {
  it.each([
    ['Giao Sở Tư pháp:', ['Sở Tư pháp']],
    ['Giao Sở Tư pháp chủ trì, phối hợp với các cơ quan, đơn vị liên quan:', ['Sở Tư pháp']],
    ['Yêu cầu Sở Tư pháp, Sở Nội vụ tập trung thực hiện các nhiệm vụ:', ['Sở Tư pháp', 'Sở Nội vụ']],
    ['Sở Tư pháp là cơ quan chủ trì:', ['Sở Tư pháp']],
  ])('%s gives its items their lead, not those whom all is meant for', (charge, leads) =>
    expect(
      leadsAt(`I. NHIỆM VỤ TRỌNG TÂM
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện tốt các nhiệm vụ sau:
1. Về cải cách thể chế
${charge}
a) Rà soát toàn bộ văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của địa phương.
b) Kịp thời tham mưu bãi bỏ các văn bản không còn phù hợp với quy định hiện hành.
2. Về tuyên truyền
a) Tổ chức phổ biến pháp luật đến từng thôn, bản.
b) Biểu dương các gương người tốt, việc tốt trên địa bàn.`),
    ).toMatchObject({ 'I.1.a': leads, 'I.1.b': leads, 'I.2.a': ['các sở, ban, ngành'] }),
  )

  it('a sentence that says more than who is in charge gives them none', () =>
    expect(
      leadsAt(`I. NHIỆM VỤ TRỌNG TÂM
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tập trung thực hiện tốt các nhiệm vụ sau:
1. Về cải cách thể chế
Sở Tư pháp đã hoàn thành đợt rà soát đầu năm.
a) Rà soát toàn bộ văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của địa phương.
b) Kịp thời tham mưu bãi bỏ các văn bản không còn phù hợp với quy định hiện hành.`)['I.1.a'],
    ).toEqual(['các sở, ban, ngành']))
})

describe('a heading that only announces or asks', () => {
  it('is no task of its own, however many it names', () =>
    expect(
      Object.keys(
        leadsAt(`I. TỔ CHỨC THỰC HIỆN
1. Phòng Kế hoạch chủ trì, phối hợp với các phòng Tổ chức, Tài vụ, Pháp chế, Thanh tra, các đơn vị trực thuộc Sở, Ủy ban nhân dân các xã, phường triển khai gấp các công việc sau:
- Rà soát các dự án chậm tiến độ trên địa bàn.
- Tổng hợp khó khăn của các chủ đầu tư.
2. Công an tỉnh tuần tra.`),
      ),
    ).toEqual(['I.1.-1', 'I.1.-2', 'I.2']))

  it('does not make the one who asks the one who does it', () => {
    const leads = leadsAt(`I. NỘI DUNG
1. Sở Y tế chuẩn bị tài liệu hội nghị.
II. Văn phòng Ủy ban nhân dân tỉnh trân trọng đề nghị:
1. Công an tỉnh: Chuẩn bị 60 bộ tài liệu phát tại điểm cầu tỉnh.
2. Cử một cán bộ dự hội nghị theo đúng thành phần được mời.`)
    expect(leads['II.1']).toEqual(['Công an tỉnh'])
    expect(leads['II.2']).toEqual([])
  })
})

describe('strokes that a scanner lost', () => {
  const body = `1. TINH THẦN CHỈ ĐẠO
1. Quán triệt sâu sắc các chỉ đạo của cấp trên trong mọi hoạt động.
2. Không chủ quan, lơ là trong mọi tình huống.
II. NHIỆM VỤ
1. Sở Y tế kiểm tra các cơ sở khám bệnh trên địa bàn tỉnh.
Il. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.`

  it('are put back where the order of the sections tells them', () =>
    expect(pathsOf(body)).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1', 'III', 'III.1']))

  it('leave the spirit of acting without tasks', () =>
    expect(Object.keys(leadsAt(body))).toEqual(['II.1', 'III.1']))

  it('are not put back where a list simply begins, or a number is truly there twice', () => {
    expect(
      pathsOf(`1. KIỂM TRA, XỬ LÝ
a) Sở Y tế kiểm tra các cơ sở.
2. TUYÊN TRUYỀN
a) Sở Nội vụ phổ biến pháp luật.`),
    ).toEqual(['1', '1.a', '2', '2.a'])
    expect(
      pathsOf(`I. NHIỆM VỤ
1. Sở Y tế kiểm tra các cơ sở.
I. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ đôn đốc việc thực hiện.`),
    ).toEqual(['I', 'I.1', 'I#2', 'I#2.1'])
  })
})

describe('the end of a page', () => {
  const page = (sign: string): readonly string[] =>
    openPlan(`I. NHIỆM VỤ
1. Sở Y tế chủ trì, phối hợp với các cơ quan liên quan kiểm tra các cơ sở khám bệnh, chữa bệnh trên toàn tỉnh
và tổng hợp kết quả kiểm tra, kiến nghị của các cơ sở trên địa bàn gửi về Sở Nội vụ để trình báo cáo

${sign}

Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định theo thẩm quyền được phân công tại quy chế hiện hành.
2. Sở Nội vụ theo dõi, đôn đốc các cơ quan thực hiện nghiêm túc các nội dung đã được giao tại Kế hoạch này
và định kỳ sáu tháng một lần tổng hợp kết quả để trình cấp có thẩm quyền xem xét khen thưởng theo quy định.`).tasks.map(
      ({ path }) => path,
    )

  it.each(['2', '--- PAGE BREAK ---', '--- Trang 2 ---'])('%j does not part a sentence', (sign) =>
    expect(page(sign)).toEqual(['I.1', 'I.2']),
  )
})

describe('a title beside the stamp of the incoming register', () => {
  const read = (title: string) =>
    readDocument({
      text: `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN HÀ                 Độc lập - Tự do - Hạnh phúc
Số: 11/CT-UBND             Sơn Hà, ngày 05 tháng 3 năm 2026

${title}

Để bảo đảm an toàn trong mùa mưa bão, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Y tế chuẩn bị thuốc men, giường bệnh và lực lượng cấp cứu để sẵn sàng ứng phó khi có thiên tai xảy ra trên địa bàn.
2. Sở Xây dựng kiểm tra, gia cố cầu, đường, bố trí lực lượng trực tại các vị trí có nguy cơ sạt lở cao trong mùa mưa bão.
3. Ủy ban nhân dân các xã, phường rà soát, sơ tán người dân ra khỏi vùng nguy hiểm trước khi bão đổ bộ vào đất liền.`,
      agencies: noAgencies,
    })

  it('is still the title', () => {
    const { document, refused } = read('ĐẾN Số: : _¬ CHỈ THỊ\nVề phòng, chống thiên tai năm 2026')
    expect(refused).toBeNull()
    expect(document).toMatchObject({ type: 'chỉ thị', subject: 'Phòng, chống thiên tai năm 2026' })
  })

  it('a sentence that only names a directive is none', () =>
    expect(read('Theo tinh thần chỉ đạo tại các văn bản, nhất là CHỈ THỊ').document.subject).toBeNull())
})
