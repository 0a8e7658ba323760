import { describe, expect, it } from 'vitest'
import { noAgencies } from '../agency-lookup.ts'
import { openPlan, toPlan } from './fictional-plan.test-data.ts'
import { readDocument } from './pipeline.ts'

const read = (text: string) => readDocument({ text, agencies: noAgencies })
const pathsOf = (text: string) => read(text).tasks.map(({ path }) => path)

const wrapper = (
  attached: string,
): string => `| ỦY BAN NHÂN DÂN TỈNH MẪU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
|---|---|
| Số: 77/QĐ-UBND | Mẫu, ngày 17 tháng 02 năm 2030 |

QUYẾT ĐỊNH

BAN HÀNH KẾ HOẠCH PHÒNG CHÁY RỪNG NĂM 2030

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng cháy rừng năm 2030.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

| Nơi nhận: - Như Điều 2; - Lưu: VT. | CHỦ TỊCH Lò Văn Mẫu |
|---|---|

${attached}
`

describe('a decision with its plan, one paragraph a line', () => {
  const plan = `I. NHIỆM VỤ

1. Chi cục Kiểm lâm trực gác tại các chốt trong mùa khô.

2. Công an tỉnh điều tra, xử lý các vụ đốt nương làm cháy rừng.`

  it('says at the end of the subject with what it is issued', () => {
    const text = wrapper(`KẾ HOẠCH

PHÒNG CHÁY RỪNG NĂM 2030 (Kèm theo Quyết định số 77/QĐ-UBND ngày 17/02/2030 của Chủ tịch Ủy ban nhân dân tỉnh)

${plan}`)
    expect(pathsOf(text)).toEqual(['I.1', 'I.2'])
  })

  it('says so on the line of its title', () => {
    const text =
      wrapper(`KẾ HOẠCH PHÒNG CHÁY RỪNG NĂM 2030 (Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 17/02/2030)

${plan}`)
    expect(pathsOf(text)).toEqual(['I.1', 'I.2'])
  })

  it('says nothing, right below the signature', () => {
    expect(pathsOf(wrapper(`KẾ HOẠCH\n\nPHÒNG CHÁY RỪNG NĂM 2030\n\n${plan}`))).toEqual(['I.1', 'I.2'])
  })

  it('says nothing, and an annex of its own follows', () => {
    const annexed = `KẾ HOẠCH\n\nPHÒNG CHÁY RỪNG NĂM 2030\n\n${plan}\n\nPHỤ LỤC\n\nDANH SÁCH CÁC CHỐT TRỰC\n\n1. Chốt đèo Hoa Ban.`
    expect(pathsOf(wrapper(annexed))).toEqual(['I.1', 'I.2'])
  })

  it('and a plan by a regulation is still a plan', () => {
    const text = wrapper(`KẾ HOẠCH\n\nPHÒNG CHÁY RỪNG NĂM 2030\n\n${plan}`).replace(
      'BAN HÀNH KẾ HOẠCH PHÒNG CHÁY RỪNG NĂM 2030',
      'BAN HÀNH QUY ĐỊNH VÀ KẾ HOẠCH PHÒNG CHÁY RỪNG NĂM 2030',
    )
    expect(read(text).refused).toBeNull()
  })

  it('a sentence that names another decision in brackets begins no plan', () => {
    const text = toPlan(`I. NHIỆM VỤ
1. Sở Y tế rà soát danh mục (Kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2029).
2. Công an tỉnh tuần tra.`)
    expect(pathsOf(text)).toEqual(['I.1', 'I.2'])
  })
})

describe('a page that puts the dash on a line of its own', () => {
  const text = toPlan(`I. NHIỆM VỤ

1. Sở Tài chính

-
Tham mưu kế hoạch kiểm kê tài sản công trên địa bàn tỉnh.

Thời
gian hoàn thành: Tháng 12/2030.

- Tổng hợp kết quả kiểm kê của các đơn vị.

2. Sở Y tế kiểm tra.`)

  it('has its items all the same, each with its date', () => {
    const plan = read(text)
    expect(plan.tasks.map(({ path, due }) => [path, due])).toEqual([
      ['I.1.-1', '2030-12'],
      ['I.1.-2', null],
      ['I.2', null],
    ])
  })

  it('and the words keep their place in the text', () => {
    const { span, text: words } = read(text).tasks[0]!
    expect(text.slice(span.start, span.end)).toContain('Tham mưu kế hoạch kiểm kê')
    expect(words).not.toMatch(/^-/u)
  })
})

describe('lines that say who, under headings without a colon', () => {
  const body = (who: string) => `I. TUYÊN TRUYỀN
1. Nội dung, biện pháp
a) Lập chuyên mục về an toàn đường đèo trên đài phát thanh.
b) Tổ chức các diễn đàn trao đổi kinh nghiệm.
${who}
3. Thời gian thực hiện: Từ tháng 11/2030 trở đi.
II. TUẦN TRA
1. Công an tỉnh tuần tra.`

  it('parted into leaders and partners', () => {
    const plan = openPlan(
      body(`2. Cơ quan chủ trì, phối hợp
a) Cơ quan chủ trì
- Ban An toàn giao thông tỉnh.
- Sở Xây dựng; Công an tỉnh.
b) Cơ quan phối hợp
- Hội Cựu chiến binh tỉnh.
- Các đơn vị, địa phương; các tổ chức chính trị - xã hội.`),
    )
    const [first, second] = plan.tasks
    expect([first?.path, second?.path]).toEqual(['I.1.a', 'I.1.b'])
    expect(first?.lead).toEqual(['Ban An toàn giao thông tỉnh', 'Sở Xây dựng', 'Công an tỉnh'])
    expect(first?.partners[0]).toBe('Hội Cựu chiến binh tỉnh')
    expect(plan.tasks).toHaveLength(3)
  })

  it('or leaders alone', () => {
    const plan = openPlan(body('2. Cơ quan chủ trì\n- Sở Xây dựng.\n- Công an tỉnh.'))
    expect(plan.tasks.map(({ lead }) => lead)).toEqual([
      ['Sở Xây dựng', 'Công an tỉnh'],
      ['Sở Xây dựng', 'Công an tỉnh'],
      ['Công an tỉnh'],
    ])
  })

  it('but dashes that tell each what to do are duties', () => {
    const plan = openPlan(`I. TỔ CHỨC THỰC HIỆN
1. Nội dung
Thi đua lập thành tích chào mừng.
2. Trách nhiệm thực hiện
- Các cơ quan, đơn vị tổ chức phát động, hướng dẫn cán bộ thi đua thiết thực, hiệu quả.
- Sở Nội vụ theo dõi, đôn đốc, tổng hợp kết quả báo cáo Ủy ban nhân dân tỉnh.`)
    expect(plan.tasks.map(({ path }) => path)).toContain('I.2.-2')
  })
})

describe('who is ordered before the first item', () => {
  it('as the last words before the colon', () => {
    const text = toPlan('').replace(
      /ban hành Kế hoạch với những nội dung như sau:/u,
      'yêu cầu Chủ tịch Ủy ban nhân dân các huyện, thành phố:\n\n1. Chỉ đạo các xã trực gác tại các chốt.\n\n2. Định kỳ hằng năm báo cáo Sở Xây dựng.',
    )
    expect(
      read(text.replace('KẾ HOẠCH\n', 'CHỈ THỊ\n').replace('15/KH-UBND', '15/CT-UBND')).tasks[0]?.lead,
    ).toEqual(['Chủ tịch Ủy ban nhân dân các huyện, thành phố'])
  })
})

describe('letters and notices to several addressees', () => {
  const letter = (type: string, number: string, opening: string) => `ỦY BAN NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: ${number}
Mẫu, ngày 05 tháng 9 năm 2030
${type}
Kính gửi:
- Các sở, ban, ngành tỉnh;
- Ủy ban nhân dân các huyện, thành phố.

Theo bản tin của Trung tâm Dự báo khí tượng thủy văn, trong những ngày tới trên địa bàn tỉnh có khả năng xảy ra mưa to, có nơi mưa rất to kèm theo lốc, sét; nguy cơ cao xảy ra lũ quét, sạt lở đất. ${opening}

1. Ủy ban nhân dân các huyện, thành phố sơ tán người dân ra khỏi khu vực nguy hiểm.

2. Sở Xây dựng bố trí lực lượng trực tại các ngầm, tràn.

3. Công an tỉnh phân luồng giao thông từ xa.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Lò Văn Mẫu
`

  it('that order several things are read', () => {
    const orders =
      'Để chủ động ứng phó, Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, địa phương triển khai thực hiện các nội dung sau:'
    for (const [type, number, words = orders] of [
      [
        'V/v chủ động ứng phó mưa lớn',
        '1235/UBND-KT',
        'Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:',
      ],
      ['THÔNG BÁO\nCảnh báo mưa lớn', '54/TB-UBND'],
      ['V/v chủ động ứng phó mưa lớn', '1234/UBND-KT'],
    ] as const) {
      const plan = read(letter(type, number, words))
      expect(plan.refused).toBeNull()
      expect(plan.tasks.map(({ path }) => path)).toEqual(['1', '2', '3'])
    }
  })

  it('that only report are refused', () => {
    const reports =
      'Ủy ban nhân dân tỉnh báo cáo kết quả ứng phó của các đơn vị như trên để các cơ quan nắm được.'
    expect(read(letter('V/v kết quả ứng phó mưa lớn', '1234/UBND-KT', reports)).refused).not.toBeNull()
  })
})

describe('pages of the web that break the first line of an item early', () => {
  const item = (n: number, first: string, rest: string): string =>
    `${n}. ${first}\n${rest} trong suốt thời gian cao điểm của năm nay, không để kéo dài.`
  const page = (last: string): readonly string[] =>
    openPlan(
      `I. NHIỆM VỤ\n${[
        item(1, 'Sở Xây dựng tăng cường kiểm tra điều', 'kiện an toàn của phương tiện tại các bến xe'),
        item(2, 'Công an tỉnh bố trí lực lượng tuần tra', 'trên các tuyến quốc lộ đi qua khu đông dân cư'),
        item(3, 'Sở Y tế bố trí các tổ cấp cứu lưu động', 'tại các điểm hay xảy ra tai nạn giao thông'),
        item(4, 'Sở Tài chính cân đối, bố trí kinh phí', 'cho công tác bảo đảm trật tự, an toàn giao thông'),
        item(5, 'Sở Nội vụ theo dõi, đôn đốc việc thực', 'hiện kế hoạch ở các cơ quan và các địa phương'),
        last,
      ].join('\n')}`,
    ).tasks.map(({ path, lead }) => `${path} ${lead.join('; ')}`)
  it('joins a name cut at the end of such a line', () => {
    const cut = item(
      6,
      'Đề nghị Ủy ban Mặt trận Tổ quốc Việt',
      'Nam tỉnh tiếp tục vận động nhân dân chấp hành luật',
    )
    expect(page(cut).at(-1)).toBe('I.6 Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh')
  })
  it('leaves a heading of that length alone', () => {
    const headed = item(
      6,
      'Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh',
      'Phối hợp với Công an tỉnh vận động nhân dân chấp hành luật',
    )
    expect(page(headed).at(-1)).toBe('I.6 Ủy ban Mặt trận Tổ quốc tỉnh')
  })
})

describe('a dash at the start of a line among paragraphs set apart', () => {
  const apart = (line: string): readonly string[] =>
    openPlan(
      `I. NHIỆM VỤ\n\n${[1, 2, 3, 4, 5, 6]
        .map(
          (n) =>
            `${n}. Sở Xây dựng kiểm tra điều kiện an toàn của phương tiện tại các bến xe khách và\nbãi đỗ xe trên địa bàn tỉnh trong dịp lễ, tết.`,
        )
        .join(
          '\n\n',
        )}\n\n7. Công an tỉnh phối hợp với Công ty Vận tải Mẫu và Công ty Công nghiệp Mẫu Hạ\n- ${line}`,
    ).outline.flatMap(({ children }) => children.map(({ path, children: own }) => `${path}:${own.length}`))
  it('belongs to the name that it stands in', () => {
    expect(apart('Viễn thông Mẫu kiểm tra việc lắp đặt ca-mê-ra trên xe khách.')).toContain('I.7:0')
  })
  it('opens an item where a verb follows it', () => {
    expect(apart('Kiểm tra việc lắp đặt ca-mê-ra giám sát trên xe khách.')).toContain('I.7:1')
  })
})

describe('marks of bold that stand on a line of their own', () => {
  const page = (label: string): string =>
    `${label}\n03/02/2030\n|\nỦY BAN NHÂN DÂN\nTỈNH MẪU\nSố: 15/KH-UBND\nMẫu Sơn, ngày 03 tháng 02 năm 2030\n**KẾ HOẠCH**\nKiểm tra bến xe\nCăn cứ Luật Tổ chức\nChính phủ ngày 18 tháng 02 năm 2025;\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n**1. Phòng\nVận tải và An toàn**\nKhẩn trương kiểm tra điều kiện an toàn của các bến xe khách trên địa bàn toàn tỉnh.\n**2. Sở Y tế**\nBố trí các tổ cấp cứu tại bến xe trong dịp lễ.`
  it.each(['**Ngày hiệu lực:**', '**\nNgày hiệu lực:**'])(
    '%j leaves the rest of the page as it is',
    (label) => {
      expect(read(page(label)).tasks.map(({ lead }) => lead)).toEqual([
        ['Phòng Vận tải và An toàn'],
        ['Sở Y tế'],
      ])
    },
  )
  it('grounds that a page cut end with their sign', () => {
    const days = (text: string) => read(text).citations.map(({ issuedOn }) => issuedOn)
    expect(days(page('**Ngày:**'))).toEqual(['2025-02-18'])
    expect(
      days(page('**Ngày:**').replace('Tổ chức\nChính phủ ngày', 'Tổ chức Chính phủ;\nHọp ngày')),
    ).toEqual([])
  })
})
