/** Words of the page on who must publish, in both languages. */
export const WORDS_OF_ROSTER = {
  rosterTitle: ['{}年度公开检查', 'Inspection of publication, {}'],
  rosterLead: [
    '谁公开了、谁逾期、谁没有公开；按及时、完整、真实、细化、形式五方面逐单位列出。',
    'Who published, late or not at all, and what an inspection would say of each.',
  ],
  publication: ['公开情况', 'Publication'],
  feedback: ['反馈意见', 'Feedback'],
  feedbackForm: ['反馈意见表', 'Feedback form'],
  passed: ['符合', 'passed'],
  failed: ['不符合', 'not passed'],
  circular: ['通报附表', 'Table of the circular'],
  nobodyThere: ['名单中没有符合条件的单位。', 'Nobody on the list fits.'],
  noRosterWait: ['名单由财政部门登记。', 'The finance bureau keeps the list.'],
  daysLate: ['超过 {} 天', '{} days late'],
  noRoster: ['还没有应公开单位名单', 'There is no list of bodies yet'],
  noRosterDo: ['在下面导入名单，或逐个登记。', 'Import a list below, or enter bodies one by one.'],
  editRoster: ['维护名单', 'Edit the list'],
  rosterOne: ['登记一个单位', 'One body'],
  exemptWhy: ['不公开的理由（如涉密；应公开的留空）', 'Why exempt (empty if it is due)'],
  rosterSheet: ['导入名单', 'Import a list'],
  rosterSheetHint: [
    'Excel 或 CSV，第一行写列名：单位代码、单位名称、主管部门、区划、单位性质、批复日期、' +
      '是否涉密。只有单位名称必需；没有登记过的单位会一并登记。',
    'Excel or CSV with headings: code, name, department, region, kind, approved, exempt. Only ' +
      'the name is needed; bodies that are not known yet are added.',
  ],
  listedOne: ['已登记：{}', '{} is on the list'],
  listedMany: ['名单登记了 {} 个单位，其中新增 {} 个', '{} bodies listed, {} of them new'],
  leftOut: ['{} 行没有登记', '{} lines were left out'],
  andMore: ['还有 {} 行', 'and {} more'],
  noFile: ['没有选择文件', 'No file was chosen'],
  rosterSheetDo: ['导入', 'Import'],
} as const;
