export const ledgerRefusals = {
  ledger_entry_not_found: { status: 404, message: '没找到这一条台账。它可能不在您的网格里。' },
  grid_not_found: { status: 404, message: '没找到这个网格。回到列表再选。' },
} as const;
