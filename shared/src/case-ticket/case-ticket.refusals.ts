export const caseTicketRefusals = {
  case_ticket_not_found: { status: 404, message: '没找到这件求助。回到列表再看。' },
  claim_code_not_found: { status: 404, message: '没找到这串数字。对一对有没有抄错。' },
  kept_ticket_not_found: { status: 404, message: '“我的”里没有这一件。它可能已经移走了。' },
  too_many_kept: { status: 409, message: '“我的”里收得太多了。先移走几件，再收。' },
  case_ticket_wrong_state: { status: 409, message: '这件求助现在不能这样做。看一下最新进展。' },
  case_ticket_sealed: { status: 409, message: '这件求助已经撤回。要再求助，请重新写一件。' },
} as const;
