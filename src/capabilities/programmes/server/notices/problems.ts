import type { ProblemKind } from '#kernel/problem.ts'

/** Refusals about notices and the rules that they follow. */
export const noticeProblems = {
  nothingToRemind: {
    code: 'notices.nothing-to-remind',
    status: 422,
    title: 'Không có nhiệm vụ nào trong số đã chọn cần nhắc.',
    action: 'Chọn nhiệm vụ chưa hoàn thành và chưa báo cáo hoàn thành.',
  },
  beginsInThePast: {
    code: 'notices.begins-in-the-past',
    status: 422,
    title: 'Quy tắc mới phải có hiệu lực từ hôm nay trở đi.',
    action: 'Chọn ngày bắt đầu từ hôm nay trở đi; những ngày đã qua vẫn theo quy tắc cũ.',
  },
  endsBeforeItBegins: {
    code: 'notices.ends-before-it-begins',
    status: 422,
    title: 'Khoảng hiệu lực hoặc khung giờ kết thúc trước khi bắt đầu.',
    action: 'Chọn lại ngày hoặc giờ kết thúc sau lúc bắt đầu.',
  },
} satisfies Record<string, ProblemKind>
