import type { Wording } from '../base/wording.js';

/** Sections of a page of running text; `{name}` is filled in. */
export type Statement = readonly {
  readonly heading: Wording;
  readonly paragraphs: readonly Wording[];
}[];

/** What the site is, who answers for it, what it is not. */
export const ABOUT: Statement = [
  {
    heading: { zh: '这里有什么', en: 'What is here' },
    paragraphs: [
      {
        zh: '{place}各部门、各单位每年公开的决算：报表、情况说明、绩效自评和评价，以及历次更正。由{owner}主办。',
        en:
          'The final accounts that the departments and units of {place} publish each year: ' +
          'tables, narrative, performance, and every correction. Published by {owner}.',
      },
      {
        zh: '每个单位、每个年度一个固定地址。报表里的每个数字都能追到公开文件中的页、表、格；更正过的，新旧数字并列。',
        en:
          'Each body and year has an address that stays. Every number can be followed to the ' +
          'page, table and cell of the published file; where it was corrected, old and new ' +
          'stand side by side.',
      },
    ],
  },
  {
    heading: { zh: '谁负责', en: 'Who answers for it' },
    paragraphs: [
      {
        zh: '决算的内容由公开它的单位负责；本站按原样列示。对某个数字有疑问，请先联系该单位，联系方式在其公开文件中。',
        en:
          'Each body answers for what it publishes; this site shows it as it is. Questions ' +
          'about a number go to the body first; its contact is in the document.',
      },
    ],
  },
  {
    heading: { zh: '软件', en: 'The program' },
    paragraphs: [
      {
        zh: '本站由开源软件明账 {version} 提供，不使用脚本、不加载外部资源，只用一个记住语言和显示方式的 Cookie，不记录读者身份。',
        en:
          'The site runs on Mingzhang {version}, which is open source. It uses no scripts ' +
          'and loads nothing from elsewhere; one cookie keeps language and appearance, and no ' +
          'reader is tracked.',
      },
    ],
  },
];

/** How numbers are read, checked and compared. */
export const METHOD: Statement = [
  {
    heading: { zh: '怎样读', en: 'How numbers are read' },
    paragraphs: [
      {
        zh: '程序从单位公开的 Word、Excel、PDF、OFD、网页等文件里读出每个表格和段落，记住每个数字在文件中的位置。读不准的数字标为未知，不猜。',
        en:
          'Tables and paragraphs are read from the published Word, Excel, PDF, OFD and web ' +
          'files, and the place of every number is kept. What cannot be read for certain is ' +
          'unknown, never guessed.',
      },
      {
        zh: '金额是精确的十进制数，从不用浮点数计算。元、万元等单位按表上所印，不作换算后再四舍五入。',
        en:
          'Amounts are exact decimal numbers and never pass through floating point. Units ' +
          'are as printed; nothing is rounded twice.',
      },
    ],
  },
  {
    heading: { zh: '怎样核对', en: 'How they are checked' },
    paragraphs: [
      {
        zh: '公开前用 {rules} 条规则核对表内、表间、文表之间的关系。四舍五入引起的尾差按每个数的末位计算，不设笼统的容差。',
        en:
          'Before publication {rules} rules check relations within and between tables and ' +
          'with the text. Rounding is judged by the last digit of each number, not by a flat ' +
          'tolerance.',
      },
      {
        zh: '程序发现的不一致只交给单位和审核人员，不自动公开。只有审核人员核实的问题，连同单位的答复，才显示在决算页上。',
        en:
          'What the program finds goes to the body and its reviewers and is never public by ' +
          'itself. Only what a reviewer has confirmed is shown, together with the reply of the ' +
          'body.',
      },
    ],
  },
  {
    heading: { zh: '怎样比较', en: 'How accounts are compared' },
    paragraphs: [
      {
        zh: '人均按单位公开的人员数计算，没有公开的不算。占比以同一份决算的支出合计为底。百分比由精确金额一次算出，只在最后四舍五入一次。',
        en:
          'Per head means by the staff the body published; without it there is none. Shares ' +
          'are of the total expenditure of the same account. A percentage is computed from ' +
          'exact amounts and rounded once.',
      },
      {
        zh: '单位职能、规模、口径不同，数字大小本身不说明好坏。',
        en: 'Bodies differ in duties, size and scope; a larger number is not a worse one.',
      },
    ],
  },
  {
    heading: { zh: '公开时限', en: 'Deadlines' },
    paragraphs: [
      {
        zh: '最迟公开日是批复日后第二十日。没有批复日期的不判断是否逾期；依法不公开的列为豁免并写明原因。',
        en:
          'The last day is the twentieth after the approval. Without a day of approval ' +
          'nothing is called late; bodies that need not publish are exempt, with the reason.',
      },
    ],
  },
];

/** How the site can be used by everybody, and whom to tell when it cannot. */
export const ACCESSIBILITY: Statement = [
  {
    heading: { zh: '做到了什么', en: 'What is done' },
    paragraphs: [
      {
        zh: '按《网页内容无障碍指南》（WCAG 2.2）AA 级制作：可只用键盘，可用读屏软件，文字可放大到四倍，对比度不低于 4.5:1，不靠颜色单独传达意思。',
        en:
          'Made to WCAG 2.2, level AA: usable with the keyboard alone and with screen ' +
          'readers, text can be enlarged four times, contrast is at least 4.5:1, and nothing ' +
          'is told by colour alone.',
      },
      {
        zh: '每个图都有同样内容的表格；每个表都标明行、列的表头；页面不依赖脚本，可以打印。',
        en:
          'Every chart is a table as well; every table names the heads of its rows and ' +
          'columns; pages need no scripts and can be printed.',
      },
      {
        zh: '页脚可以换浅色、深色，顶部可以换语言；系统设为减少动态效果时没有动画。',
        en:
          'Light and dark can be chosen at the foot, the language at the top; where the ' +
          'system asks for less motion there is none.',
      },
    ],
  },
  {
    heading: { zh: '还有什么不足', en: 'What is not' },
    paragraphs: [
      {
        zh: '单位公开的原始文件（特别是扫描件）可能不便于读屏；请优先使用本页的表格和文字。英文界面中，决算内容仍是中文。',
        en:
          'The published files themselves, scans above all, may not suit screen readers; use ' +
          'the tables and texts of the page. The accounts stay Chinese when the interface is ' +
          'English.',
      },
    ],
  },
  {
    heading: { zh: '遇到困难', en: 'When something does not work' },
    paragraphs: [
      {
        zh: '请告诉我们在哪一页、用什么设备、哪里不能用：{contact}。',
        en: 'Tell us the page, your device and what does not work: {contact}.',
      },
    ],
  },
];
