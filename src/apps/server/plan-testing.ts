import { randomUUID } from 'node:crypto'
import type { Proposal } from '#capabilities/documents/domain/review-api.ts'
import { upload, type TestReply, type TestServer } from './testing.ts'

/** A plan of tỉnh Mẫu in the form of the offices, with the duties that a test wants. */
export const planText = (
  duties: readonly string[],
  {
    number = '15/KH-UBND',
    day = '20 tháng 01 năm 2026',
    subject = 'Bảo đảm trật tự, an toàn giao thông năm 2026',
  } = {},
): string => `ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: ${number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày ${day}

KẾ HOẠCH
${subject}

Thực hiện Chỉ thị số 10/CT-TTg ngày 19 tháng 4 năm 2023 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Kéo giảm tai nạn giao thông trên cả ba tiêu chí.
II. CHỈ TIÊU
Phấn đấu giảm ít nhất 5% số người chết vì tai nạn giao thông so với năm 2025.
III. NHIỆM VỤ
${duties.map((duty, i) => `${i + 1}. ${duty}`).join('\n')}
IV. TỔ CHỨC THỰC HIỆN
Các sở, ban, ngành báo cáo kết quả về Ban An toàn giao thông tỉnh trước ngày 15 hằng tháng.

Nơi nhận:
- Như mục IV;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
`

export const duties = [
  'Công an tỉnh chủ trì, phối hợp với Sở Xây dựng tăng cường tuần tra, kiểm soát trên các tuyến quốc lộ; hoàn thành trước ngày 30/6/2026.',
  'Sở Xây dựng chủ trì rà soát, xử lý các điểm đen tai nạn giao thông; báo cáo kết quả trước ngày 30/11/2026.',
  'Sở Y tế tổ chức trực cấp cứu tai nạn giao thông trong các dịp lễ, tết.',
  'Chi cục Đò Ngang Mẫu tổ chức kiểm tra các bến khách ngang sông trước ngày 31/8/2026.',
]

/** Sends a plan, lets it be read, and returns its id. */
export const takeIn = async (server: TestServer, text: string, name = 'ke-hoach.txt'): Promise<string> => {
  const sent = await upload(server, name, Buffer.from(text))
  await server.work()
  return sent.body.document as string
}

type Verb = Readonly<Record<string, unknown>> & { readonly verb: string }

/** One command of the review, as the person saw it at a version. */
export const act = (
  server: TestServer,
  document: string,
  version: number,
  command: Verb,
  as: 'lan' | 'tuan' | 'minh' = 'lan',
): Promise<TestReply> =>
  server.call('POST', `/api/documents/${document}/review`, {
    as,
    version,
    body: { id: randomUUID(), ...command },
  })

export const look = async (
  server: TestServer,
  document: string,
): Promise<{ version: number; proposals: Proposal[]; reply: TestReply }> => {
  const reply = await server.call('GET', `/api/documents/${document}/review`)
  return { version: reply.version ?? 0, proposals: reply.body.proposals as Proposal[], reply }
}

/** Decides everything that is open for good, and accepts the document. */
export const acceptAll = async (server: TestServer, document: string): Promise<TestReply> => {
  const { version, proposals } = await look(server, document)
  const open = proposals.filter((one) => one.state === 'open').map((one) => one.id)
  const done = await act(server, document, version, { verb: 'accept', proposals: open })
  return await server.call('POST', `/api/documents/${document}/accept`, {
    body: {},
    version: done.version ?? version,
  })
}
