import { numberText } from '../cells/numbering.js';
import { toggle, whole } from './docx-styles.js';
import { child, elements, type XmlElement } from './xml.js';

interface OpenField {
  instruction: string;
  /** Reading its result; before, it is being told what to compute. */
  resulting: boolean;
}

/** Boxes and circles that a field draws around or over a character. */
const OVERSTRUCK = /^\s*EQ\s+\\o(?:\\a[clr])?\s*\(\s*[○〇◯]\s*[,;，]\s*([^)]{1,4})\)/i;

/** Fields of a story, nested in each other: of a field only its result is text. */
export class Fields {
  private readonly open: OpenField[] = [];

  /** Inside the instruction of a field nothing is printed. */
  get isInstruction(): boolean {
    return this.open.some(({ resulting }) => !resulting);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.resulting) field.instruction += text;
  }

  /** Takes a mark of a field and gives what it prints by itself: a tick box, a circled number. */
  mark(element: XmlElement): string {
    switch (element.attributes.fldCharType) {
      case 'begin': {
        const control = controlText(child(element, 'ffData'));
        this.open.push({ instruction: '', resulting: false });
        return control;
      }
      case 'separate': {
        const field = this.open.at(-1);
        if (field !== undefined) field.resulting = true;
        return '';
      }
      case 'end': {
        const field = this.open.pop();
        return field === undefined || field.resulting ? '' : drawn(field.instruction);
      }
      default:
        return '';
    }
  }

  /** An instruction ends with its paragraph: a file that forgot its end loses nothing. */
  endParagraph(): void {
    for (const field of this.open) field.resulting = true;
  }
}

function drawn(instruction: string): string {
  const inner = OVERSTRUCK.exec(instruction)?.[1]?.trim();
  if (inner === undefined) return '';
  const number = whole(inner);
  return number === undefined ? inner : numberText('decimalEnclosedCircle', number);
}

/** Tick boxes and lists of old forms have no result but their state. */
function controlText(data: XmlElement | undefined): string {
  if (data === undefined) return '';
  const box = child(data, 'checkBox');
  if (box !== undefined) return (toggle(box, 'checked') ?? toggle(box, 'default')) ? '☑' : '☐';
  const list = child(data, 'ddList');
  if (list === undefined) return '';
  const state = child(list, 'result') ?? child(list, 'default');
  const entry = elements(list, 'listEntry')[whole(state?.attributes.val) ?? 0];
  return entry?.attributes.val ?? '';
}
