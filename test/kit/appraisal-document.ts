import { type AppraisalLayout, type AppraisalTruth, NAMES, TRAITS } from './appraisal.js';
import { drawDepartment, drawProject, type Project } from './appraisal-drawing.js';
import { appraisalSheet } from './appraisal-layouts.js';
import { add, digits, type Fraction, fraction } from './appraisal-scoring.js';
import { Books } from './books.js';
import { DialectWriter, type KitDialect } from './dialects.js';
import { composeText, type KitDocument } from './document.js';
import type { Ledger } from './ledger.js';
import { percentage, plainAmount } from './money.js';
import { body, type Paragraph } from './prose.js';
import { Random } from './random.js';
import { heading, label } from './sheet.js';
import { type KitEdition, STYLES } from './styles.js';

export interface AppraisalRequest {
  readonly seed: number;
  readonly edition: KitEdition;
  readonly dialect: KitDialect;
  readonly layout: AppraisalLayout;
  readonly department: 'tasked-department' | 'signed-department' | null;
}

/** What the narrative says of the forms; text as printed. */
export interface AppraisalSpeech {
  readonly count: string;
  readonly amount: string;
  readonly coverage: string;
  readonly average: string;
  /** 优, 良, 中, 差. */
  readonly grades: readonly string[];
  /** A sentence about each project, in the order of the forms. */
  readonly reviews: readonly Review[];
}

export interface Review {
  readonly title: string;
  readonly budget: string;
  readonly executed: string;
  readonly rate: string;
  readonly total: string;
}

/** An invented account with its performance forms: everything in it agrees. */
export interface Appraised {
  readonly request: AppraisalRequest;
  readonly year: number;
  readonly moneyUnit: '元' | '万元';
  readonly forms: readonly AppraisalTruth[];
  readonly speech: AppraisalSpeech;
  /** All project expenditure, in cents. */
  readonly projectTotal: bigint;
  /** The seed of the account: the first from the one asked for that has projects. */
  readonly accountSeed: number;
}

/** Draws the forms of an account; `printAppraised` writes it. */
export function drawAppraised(request: AppraisalRequest): Appraised {
  const { edition, dialect, layout } = request;
  let accountSeed = request.seed;
  let projects: readonly Project[] = [];
  let ledger: Ledger;
  for (; ; accountSeed += 1000) {
    ({ ledger } = composeText({ seed: accountSeed, edition, dialect }));
    projects = projectsOf(ledger, new Random(accountSeed));
    if (projects.length >= 2) break;
  }
  const rng = new Random(request.seed * 7 + 1);
  const forms = projects.map((project) => drawProject(rng, layout, project, ledger.year));
  const department = departmentOf(rng, request, ledger, forms);
  const moneyUnit = STYLES[edition].unit;
  const projectTotal = new Books(ledger).spentBy(null, '', 'project');
  const speech = speechOf(projectTotal, forms, moneyUnit);
  const all = [...department, ...forms];
  const { year } = ledger;
  return { request, year, moneyUnit, forms: all, speech, projectTotal, accountSeed };
}

/** The project money of the ledger, some of it in two projects. */
function projectsOf({ entries }: Ledger, rng: Random): Project[] {
  const byCode = new Map<string, bigint>();
  for (const { nature, code, amount } of entries) {
    if (nature === 'project') byCode.set(code, (byCode.get(code) ?? 0n) + amount);
  }
  const parts = [...byCode].filter(([, amount]) => amount > 0n);
  const names = rng.sample(NAMES, Math.min(NAMES.length, parts.length * 2));
  return parts.flatMap(([code, amount], at): Project[] => {
    const half = parts.length < 3 && amount > 200n ? (amount / 300n) * 100n : 0n;
    const named = (nth: number, executed: bigint) => {
      return { title: names[2 * at + nth] ?? `${names[0]}（${2 * at + nth}期）`, code, executed };
    };
    return half === 0n ? [named(0, amount)] : [named(0, amount - half), named(1, half)];
  });
}

function departmentOf(
  rng: Random,
  { department }: AppraisalRequest,
  ledger: Ledger,
  forms: readonly AppraisalTruth[],
): AppraisalTruth[] {
  if (department === null) return [];
  const books = new Books(ledger);
  const all = books.spent(() => true);
  const projects = forms.map(({ title, cents }) => ({ name: title, executed: cents }));
  const rest = projects.reduce((left, { executed }) => left - executed, all);
  const { year, unit } = ledger;
  if (department === 'tasked-department') {
    const tasks = [{ name: '基本支出及其他', executed: rest }, ...projects];
    return [drawDepartment(rng, department, { title: unit, year, tasks })];
  }
  // Two units, each with its own form.
  return ['本级', '服务站'].map((name, at) => {
    const staff = rest / (at === 0 ? 3n : 4n);
    const tasks = [
      { name: '基本支出人员经费', executed: staff },
      { name: '基本支出公用经费', executed: staff / 5n },
    ];
    return drawDepartment(rng, department, { title: `${unit}${name}`, year, tasks });
  });
}

/** What the forms come to, in the words of the narrative. */
export function speechOf(
  whole: bigint,
  forms: readonly AppraisalTruth[],
  unit: '元' | '万元',
): AppraisalSpeech {
  const projects = forms.filter(({ kind }) => kind === 'project');
  const amount = projects.reduce((all, { cents }) => all + cents, 0n);
  const totals = projects.map(({ total }) => fraction(total));
  const sum: Fraction = totals.reduce(add, fraction('0'));
  const average = { top: sum.top, bottom: sum.bottom * BigInt(projects.length) };
  return {
    count: String(projects.length),
    amount: plainAmount(amount, unit),
    coverage: percentage(amount, whole),
    average: digits(average, 2),
    grades: ['优', '良', '中', '差'].map((grade) =>
      String(projects.filter((form) => form.grade === grade).length),
    ),
    reviews: projects.map(({ title, sources, rate, total }) => ({
      ...{ title, rate, total },
      budget: sources[0]!.budget,
      executed: sources[0]!.executed,
    })),
  };
}

/** Writes the account with its forms behind it. */
export function printAppraised(appraised: Appraised): string {
  return composeAppraised(appraised).text;
}

/** The same, with the truth of the account and the lines of each form. */
export function composeAppraised(appraised: Appraised): AppraisedDocument {
  const { edition, dialect } = appraised.request;
  const writer = new AppraisalWriter(dialect, narrativeOf(appraised));
  const document = composeText({ seed: appraised.accountSeed, edition, dialect }, writer);
  writer.line('第五部分 附件');
  const formLines = appraised.forms.map((form) => {
    const first = writer.out.lineNumber;
    writer.appraisal(form);
    return [first, writer.out.lineNumber - 1] as const;
  });
  return { ...document, text: writer.out.text(), formLines };
}

export interface AppraisedDocument extends KitDocument {
  /** First and last line of each form. */
  readonly formLines: readonly (readonly [first: number, last: number])[];
}

/** Says something else below the heading on performance. */
class AppraisalWriter extends DialectWriter {
  private silent = false;

  constructor(
    dialect: KitDialect,
    private readonly narrative: readonly Paragraph[],
  ) {
    super(dialect);
  }

  override paragraph(paragraph: Paragraph): void {
    const heading = paragraph.level > 0;
    if (heading) this.silent = false;
    if (this.silent) return;
    super.paragraph(paragraph);
    if (!heading || !paragraph.parts.some((part) => /绩效/.test(String(part)))) return;
    for (const each of this.narrative) super.paragraph(each);
    this.silent = true;
  }

  appraisal(form: AppraisalTruth): void {
    const { title, rows } = appraisalSheet(form);
    this.line(title);
    const [first, ...rest] = rows.map((row) => row.map((text) => label(text)));
    const none = { form: null, number: '', notes: [], empty: false };
    const headings = [first ?? heading()];
    this.list({ ...none, title: `（${form.year}年度）`, headings, rows: rest });
  }
}

function narrativeOf({ year, moneyUnit, speech, forms, request }: Appraised): Paragraph[] {
  const { count, amount, coverage, average, grades, reviews } = speech;
  const project = TRAITS[request.layout];
  const unit = forms.find(({ kind }) => kind === 'project')!.moneyUnit;
  const graded = ['优', '良', '中', '差'].map((grade, at) => `${grades[at]}个项目为“${grade}”`);
  return [
    body(
      `按照预算绩效管理的要求，组织对${year}年度项目支出开展绩效自评，共涉及项目${count}个，`,
      `涉及资金${amount}${moneyUnit}，占项目支出总额的${coverage}%，自评平均分${average}分。`,
    ),
    body(`纳入自评的项目${count}个，从自评等级看，${graded.join('，')}。`),
    ...reviews.map(({ title, budget, executed, rate, total }, at) =>
      body(
        `${at + 1}、${title}绩效自评综述：自评总得分${total}分。`,
        project.executed
          ? `全年预算数${budget}${unit}，执行数${executed}${unit}，执行率${rate}%。`
          : '',
        `（项目支出绩效自评表见附件${at + 1}）`,
      ),
    ),
  ];
}
